import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import type { Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { ChannelIcon } from '@/parts/ChannelIcon'
import { useContactName } from '@/parts/useContactName'
import { Avatar } from '@/ui/avatar'
import { Chip } from '@/ui/chip'
import { cn } from '@/ui/cn'
import { columns, type ColumnId } from './columns'
import { rowHeight } from './useRows'

/** A card on phones; else the columns that the table has chosen. */
export const inColumns = 'md:grid md:grid-cols-(--columns) md:items-center md:gap-4'

interface Props {
  contact: Contact
  shown: ColumnId[]
  /** what a card on phones is dated by */
  dated: 'seen' | 'created'
  index: number
  top: number
  onFocus: () => void
}

export function ContactRow({ contact, shown, dated, index, top, onFocus }: Props) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      style={{ height: rowHeight, transform: `translateY(${top}px)` }}
      className={cn(
        'absolute inset-x-0 top-0 flex items-center gap-3 border-b px-4 -outline-offset-2 outline-focus hover:bg-canvas has-[a:focus-visible]:outline-2',
        inColumns,
      )}
    >
      {shown.map((id) =>
        id === 'name' ? (
          <Name key={id} contact={contact} onFocus={onFocus} />
        ) : (
          <span
            key={id}
            role="cell"
            className={cn(
              'truncate text-sm text-muted',
              columns[id].atEnd && 'shrink-0 text-end',
              id !== dated && 'max-md:hidden',
            )}
          >
            <Value of={id} contact={contact} />
          </span>
        ),
      )}
    </div>
  )
}

function Name({ contact, onFocus }: { contact: Contact; onFocus: () => void }) {
  const { t } = useTranslation('contacts')
  const biz = useMe().tenant.slug
  const format = useFormat()
  const name = useContactName()(contact)
  const { id, phone, email, blocked } = contact
  return (
    <span role="cell" className="flex min-w-0 flex-1 items-center gap-3">
      <Avatar name={name} colorKey={id} />
      <span className="min-w-0">
        <Link
          to="/app/$biz/contacts/$id"
          params={{ biz, id }}
          data-testid="contact-row"
          onFocus={onFocus}
          // the whole row leads there
          className="block truncate leading-6 font-medium outline-none after:absolute after:inset-0"
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
  )
}

function Value({ of, contact }: { of: Exclude<ColumnId, 'name'>; contact: Contact }) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  switch (of) {
    case 'channels':
      return (
        <span className="flex gap-1.5 [&_svg]:size-4">
          {contact.channelTypes?.map((type) => {
            const channel = t(`channel.${type}`, { defaultValue: type })
            return (
              <span key={type} role="img" aria-label={channel} title={channel}>
                <ChannelIcon type={type} />
              </span>
            )
          })}
        </span>
      )
    case 'phone':
      return <bdi className="num">{contact.phone && format.phone(contact.phone)}</bdi>
    case 'email':
      return <bdi>{contact.email}</bdi>
    case 'language':
      return contact.language && format.language(contact.language)
    case 'seen':
      return <When at={contact.lastSeenAt} />
    case 'created':
      return <When at={contact.createdAt} />
  }
}

function When({ at }: { at: string }) {
  const { relative, dateTime } = useFormat()
  return (
    <time dateTime={at} title={dateTime(at)}>
      {relative(at)}
    </time>
  )
}
