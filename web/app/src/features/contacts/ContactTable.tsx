import { useElementScrollRestoration } from '@tanstack/react-router'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Contact } from '@/api/types'
import { useKeys } from '@/shell/keys'
import { cn } from '@/ui/cn'
import { ErrorCard, Skeleton } from '@/ui/states'
import { ariaSort, sortedBy, type Sort } from './asked'
import { columns, type ColumnId } from './columns'
import { ContactRow, inColumns } from './ContactRow'
import { rowHeight, useRows } from './useRows'

const place = 'contacts'

interface Props {
  contacts: Contact[]
  shown: ColumnId[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** whether there are more than these, and how to come by them */
  next: 'none' | 'there' | 'asked' | 'failed'
  /** what is shown belongs to an earlier question */
  old: boolean
  onMore: () => void
}

/** One row a person, on phones a card; only those in sight are in the document. */
export function ContactTable({ contacts, shown, sort, onSort, next, old, onMore }: Props) {
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
        style={{ '--columns': shown.map((id) => columns[id].width).join(' ') } as CSSProperties}
      >
        <div role="rowgroup" className="sticky top-0 z-20 bg-surface max-md:sr-only">
          <div
            role="row"
            aria-rowindex={1}
            className={`min-h-9 border-b px-4 text-xs font-medium text-muted ${inColumns}`}
          >
            {shown.map((id) => (
              <Head key={id} id={id} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: list.height }}>
          {list.rows.map(({ index, start }) => {
            const contact = contacts[index]
            return (
              contact && (
                <ContactRow
                  key={contact.id}
                  contact={contact}
                  shown={shown}
                  dated={sort.endsWith('created') ? 'created' : 'seen'}
                  index={index}
                  top={start}
                  onFocus={() => list.onFocus(index)}
                />
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

function Head({ id, sort, onSort }: { id: ColumnId; sort: Sort; onSort: (sort: Sort) => void }) {
  const { t } = useTranslation('contacts')
  const { order, atEnd } = columns[id]
  const way = order && ariaSort(order, sort)
  const Arrow = way === 'ascending' ? ArrowUp : ArrowDown
  return (
    <span
      role="columnheader"
      aria-sort={way}
      className={cn('truncate', id === 'name' && 'md:ps-12', atEnd && 'text-end')}
    >
      {order ? (
        <button
          type="button"
          className={cn('inline-flex min-h-7 items-center gap-1 hover:text-text', way && 'text-text')}
          onClick={() => onSort(sortedBy(order, sort))}
        >
          {t(`column.${id}`)}
          {way && <Arrow aria-hidden className="size-3.5" />}
        </button>
      ) : (
        t(`column.${id}`)
      )}
    </span>
  )
}
