import { Link, useElementScrollRestoration } from '@tanstack/react-router'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { useContactName } from '@/parts/useContactName'
import { useKeys } from '@/shell/keys'
import { Avatar } from '@/ui/avatar'
import { Chip } from '@/ui/chip'
import { ErrorCard, Skeleton } from '@/ui/states'
import { rowHeight, useRows } from './useRows'

const place = 'contacts'
const grid = 'md:grid md:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1.4fr)_8rem] md:items-center md:gap-4'

interface Props {
  contacts: Contact[]
  /** whether there are more than these, and how to come by them */
  next: 'none' | 'there' | 'asked' | 'failed'
  /** what is shown belongs to an earlier question */
  old: boolean
  onMore: () => void
}

/** One row a person, on phones a card; only those in sight are in the document. */
export function ContactTable({ contacts, next, old, onMore }: Props) {
  const { t } = useTranslation('contacts')
  const scroller = useRef<HTMLDivElement>(null)
  const left = useElementScrollRestoration({ id: place })
  const list = useRows({ scroller, count: contacts.length, from: left?.scrollY, more: next === 'there', onEnd: onMore })
  const step = (by: number) => list.focus((list.focused ?? -1) + by)
  useKeys({ 'list.next': () => step(1), 'list.previous': () => step(-1) })

  function move(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }
    const by = event.key === 'Home' ? -Infinity : event.key === 'End' ? Infinity : steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(by)
  }

  return (
    // the keys are for the links within
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={scroller}
      data-testid="contact-list"
      data-scroll-restoration-id={place}
      onKeyDown={move}
      className="min-h-0 overflow-y-auto"
    >
      <div
        role="table"
        aria-label={t('title')}
        aria-rowcount={next === 'none' ? contacts.length + 1 : -1}
        aria-busy={old}
      >
        <div role="rowgroup" className="sticky top-0 z-20 bg-surface max-md:sr-only">
          <div role="row" aria-rowindex={1} className={`border-b px-4 py-2 text-xs font-medium text-muted ${grid}`}>
            <span role="columnheader" className="md:ps-12">
              {t('name')}
            </span>
            <span role="columnheader">{t('phone')}</span>
            <span role="columnheader">{t('email')}</span>
            <span role="columnheader" className="text-end">
              {t('known')}
            </span>
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: list.height }}>
          {list.rows.map(({ index, start }) => {
            const contact = contacts[index]
            return (
              contact && (
                <Row key={contact.id} contact={contact} index={index} top={start} onFocus={() => list.onFocus(index)} />
              )
            )
          })}
        </div>
      </div>
      {next === 'failed' ? (
        <ErrorCard error={undefined} onRetry={onMore} className="py-6" />
      ) : (
        next !== 'none' && (
          <div role="status" className="p-3">
            <span className="sr-only">{t('more')}</span>
            <Skeleton className="h-9" />
          </div>
        )
      )}
    </div>
  )
}

interface RowProps {
  contact: Contact
  index: number
  top: number
  onFocus: () => void
}

function Row({ contact, index, top, onFocus }: RowProps) {
  const { t } = useTranslation('contacts')
  const biz = useMe().tenant.slug
  const format = useFormat()
  const name = useContactName()(contact)
  const { id, phone, email, blocked, createdAt } = contact
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      style={{ height: rowHeight, transform: `translateY(${top}px)` }}
      className={`absolute inset-x-0 top-0 flex items-center gap-3 border-b px-4 -outline-offset-2 outline-focus hover:bg-canvas has-[a:focus-visible]:outline-2 ${grid}`}
    >
      <span role="cell" className="flex min-w-0 flex-1 items-center gap-3">
        <Avatar name={name} colorKey={id} />
        <span className="min-w-0">
          <Link
            to="/app/$biz/contacts/$id"
            params={{ biz, id }}
            data-testid="contact-row"
            onFocus={onFocus}
            // the whole row leads there
            className="block truncate font-medium outline-none after:absolute after:inset-0"
          >
            <bdi>{name}</bdi>
          </Link>
          <span className="block truncate text-sm text-muted md:hidden">
            <bdi className="num">{phone ? format.phone(phone) : email}</bdi>
          </span>
        </span>
        {blocked && (
          <Chip tone="danger" dot>
            {t('blocked')}
          </Chip>
        )}
      </span>
      <span role="cell" className="truncate text-sm text-muted max-md:hidden">
        <bdi className="num">{phone && format.phone(phone)}</bdi>
      </span>
      <span role="cell" className="truncate text-sm text-muted max-md:hidden">
        <bdi>{email}</bdi>
      </span>
      <span role="cell" className="shrink-0 text-end text-sm text-muted">
        <time dateTime={createdAt} title={format.dateTime(createdAt)}>
          {format.relative(createdAt)}
        </time>
      </span>
    </div>
  )
}
