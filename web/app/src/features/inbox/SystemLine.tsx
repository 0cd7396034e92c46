import { BellRing, Hand, Pause, PenLine, Play, UserRound, Info, type LucideIcon } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { membersQuery } from './api'
import type { Message } from './types'

const icons: Record<string, LucideIcon> = {
  handoff: Hand,
  takeover: UserRound,
  escalated: BellRing,
  assigned: UserRound,
  unassigned: UserRound,
  paused: Pause,
  resumed: Play,
  suggesting: PenLine,
}

/** What happened between the messages: who took it, who has it now, when the assistant left and came back. */
export function SystemLine({ message }: { message: Message }) {
  const { t } = useTranslation('inbox')
  const { dateTime } = useFormat()
  const { user } = useMe()
  const { data: members = [] } = useQuery(membersQuery())
  const { type = '', reason = '', memberId, expectedBy } = message.event ?? {}
  const Icon = icons[type] ?? Info
  const you = memberId === user.id
  const name = members.find(({ id }) => id === memberId)?.name ?? t('event.someone')
  const text =
    type === 'handoff'
      ? [
          t('event.handoff'),
          t(`reason.${reason.replaceAll(' ', '-')}`, { defaultValue: reason }),
          expectedBy && t('event.expectedBy', { when: dateTime(expectedBy) }),
        ]
          .filter(Boolean)
          .join(' ')
      : type === 'takeover' || type === 'assigned'
        ? you
          ? t(`event.${type}You`)
          : t(`event.${type}`, { name })
        : t(`event.${type}`, { defaultValue: message.text, text: message.event?.text ?? '' })
  return (
    <Line icon={Icon} at={message.at}>
      {text.trim()}
    </Line>
  )
}

/** One quiet line, and when. */
export function Line({ icon: Icon, at, children }: { icon: LucideIcon; at: string; children: ReactNode }) {
  const { time, dateTime } = useFormat()
  return (
    <p className="flex items-center gap-1.5 px-4 text-center text-xs text-muted">
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>
        {children} ·{' '}
        <time dateTime={at} title={dateTime(at)}>
          {time(at)}
        </time>
      </span>
    </p>
  )
}
