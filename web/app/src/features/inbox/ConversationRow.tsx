import { useQuery } from '@tanstack/react-query'
import { AlarmClock, Eye, PenLine, UserRound } from 'lucide-react'
import { memo, useSyncExternalStore, type MouseEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { labelsQuery } from '@/api/labels'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { LabelChip } from '@/parts/LabelChip'
import { Avatar } from '@/ui/avatar'
import { Checkbox } from '@/ui/checkbox'
import { Chip, Count } from '@/ui/chip'
import { cn } from '@/ui/cn'
import { ChannelIcon } from '@/parts/ChannelIcon'
import { readDraft, watchDrafts } from './drafts'
import { HandlerChip, WaitingChip } from './HandlerChip'
import type { Conversation, View } from './types'
import { useContactName } from '@/parts/useContactName'
import { notArrived, watchUnsent } from './unsent'
import { useOthers } from './viewers'

interface Props {
  conversation: Conversation
  href: string
  view: View
  current: boolean
  selected: boolean
  /** some row is selected: every row shows its box */
  selecting: boolean
  onOpen: (id: string) => void
  onSelect: (id: string) => void
}

/** Drawn again only when something about it changes, whatever is opened or comes in beside it. */
export const ConversationRow = memo(function ConversationRow({ conversation, href, view, ...props }: Props) {
  const { current, selected, selecting, onOpen, onSelect } = props
  const { t } = useTranslation('inbox')
  const { user } = useMe()
  const { listTime, dateTime } = useFormat()
  const nameOf = useContactName()
  const { id, contact, channel, assignee, needsPerson, snoozedUntil } = conversation
  const name = nameOf(contact)
  const unread = current ? 0 : (conversation.unread ?? 0)
  const unsent = useUnsent(id)
  return (
    <div className="group relative">
      <Checkbox
        checked={selected}
        onCheckedChange={() => onSelect(id)}
        aria-label={t('bulk.row', { name })}
        className={cn(
          'absolute start-[22px] top-4 z-10 size-6 rounded-control',
          // over the picture, once the pointer or the focus is here
          !selecting &&
            'border-transparent bg-transparent group-hover:border-control group-hover:bg-surface focus-visible:border-control focus-visible:bg-surface max-md:pointer-events-none',
        )}
      />
      {/* not the router's link, of which each works out its address again whenever the address changes */}
      <a
        href={href}
        onClick={(event) => {
          if (!plain(event)) return
          event.preventDefault()
          onOpen(id)
        }}
        data-testid="conv-row"
        data-id={id}
        aria-current={current ? 'true' : undefined}
        className={cn(
          'relative flex gap-3 border-b px-4 py-2.5 outline-offset-[-2px]! hover:bg-canvas',
          (current || selected) && 'bg-primary-soft hover:bg-primary-soft',
          current && 'before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-primary',
        )}
      >
        <Avatar
          name={name}
          colorKey={contact.id}
          badge={<ChannelIcon type={channel.type} />}
          className={cn(selecting ? 'opacity-15' : 'md:group-hover:opacity-15')}
        />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className={cn('min-w-0 flex-1 truncate', unread > 0 ? 'font-semibold' : 'font-medium')}>
              <bdi>{name}</bdi>
            </span>
            <span className="sr-only">{t(`channel.${channel.type}`, { defaultValue: channel.name })}</span>
            <time dateTime={conversation.lastAt} title={dateTime(conversation.lastAt)} className="text-xs text-muted">
              {listTime(conversation.lastAt)}
            </time>
          </span>
          <span className="mt-0.5 flex items-center gap-2">
            <Preview conversation={conversation} unsent={unsent} />
            {unread > 0 && (
              <Count value={unread} aria-label={t('row.unread', { count: unread })} role="img" className="shrink-0" />
            )}
          </span>
          <span className="mt-1.5 flex flex-wrap gap-1.5">
            <HandlerChip conversation={conversation} />
            {needsPerson && conversation.status !== 'spam' && <WaitingChip since={needsPerson.since} />}
            {unsent !== undefined && <Chip tone="danger">{t('status.unsent')}</Chip>}
            {conversation.lastMessage?.status === 'failed' && <Chip tone="danger">{t('chip.failed')}</Chip>}
            {conversation.lastMessage?.status === 'uncertain' && <Chip tone="warning">{t('chip.uncertain')}</Chip>}
            {assignee && (
              <Chip>
                <UserRound aria-hidden />
                {assignee.id === user.id ? t('chip.you') : assignee.name}
              </Chip>
            )}
            {conversation.status === 'snoozed' && snoozedUntil && (
              <Chip>
                <AlarmClock aria-hidden />
                {listTime(snoozedUntil)}
              </Chip>
            )}
            <RowLabels ids={conversation.labelIds} />
            <OthersChip conversation={id} />
            {conversation.status === 'closed' && view !== 'closed' && <Chip>{t('chip.closed')}</Chip>}
            {conversation.blocked && <Chip tone="danger">{t('chip.blocked')}</Chip>}
          </span>
        </span>
      </a>
    </div>
  )
})

/** Not one that asks for another tab. */
function plain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

const shownLabels = 2

function RowLabels({ ids }: { ids: string[] }) {
  const { data: labels = [] } = useQuery(labelsQuery())
  const own = labels.filter(({ id }) => ids.includes(id))
  return (
    <>
      {own.slice(0, shownLabels).map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
      {own.length > shownLabels && <Chip className="num">+{own.length - shownLabels}</Chip>}
    </>
  )
}

/** A colleague who has it open, or writes in it. */
function OthersChip({ conversation }: { conversation: string }) {
  const { t } = useTranslation('inbox')
  const { here, typing } = useOthers(conversation)
  const [writer] = typing
  const [viewer] = here
  if (!writer && !viewer) return null
  return (
    <Chip tone="info" data-testid="row-others">
      {writer ? <PenLine aria-hidden /> : <Eye aria-hidden />}
      {writer ? t('others.typing', { name: writer.name }) : t('others.here', { name: viewer?.name })}
    </Chip>
  )
}

/** What was written here and did not reach the server. */
function useUnsent(conversation: string): string | undefined {
  const { slug } = useMe().tenant
  return useSyncExternalStore(watchUnsent, () => notArrived(slug, conversation))
}

function Preview({ conversation, unsent }: { conversation: Conversation; unsent: string | undefined }) {
  const { t } = useTranslation('inbox')
  const { tenant } = useMe()
  const { lastMessage } = conversation
  const kept = useSyncExternalStore(watchDrafts, () => readDraft(tenant.slug, conversation.id, 'reply'))
  const draft = kept ?? conversation.draft
  if (unsent !== undefined) {
    return (
      <span className="min-w-0 flex-1 truncate text-danger">
        {t('row.unsent')} <bdi>{unsent || t('row.file')}</bdi>
      </span>
    )
  }
  if (draft) {
    return (
      <span className="min-w-0 flex-1 truncate text-muted">
        <span className="text-danger">{t('row.draft')}</span> <bdi>{draft}</bdi>
      </span>
    )
  }
  if (!lastMessage) return <span className="min-w-0 flex-1 truncate text-muted">{t('row.empty')}</span>
  const who = { contact: '', ai: t('row.ai'), member: t('row.team'), system: '' }[lastMessage.author]
  const failed = lastMessage.status === 'failed'
  return (
    <span className={cn('min-w-0 flex-1 truncate', failed ? 'text-danger' : 'text-muted')}>
      {failed ? t('row.failed') : who} <bdi>{lastMessage.text || t('row.file')}</bdi>
    </span>
  )
}
