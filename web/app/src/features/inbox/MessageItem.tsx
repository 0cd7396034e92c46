import {
  AlertCircle,
  Check,
  CheckCheck,
  CircleHelp,
  Clock,
  MapPin,
  RotateCw,
  Smartphone,
  Sparkles,
  StickyNote,
  type LucideIcon,
} from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { MessageFile } from '@/parts/files/MessageFile'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { AppointmentLine } from './AppointmentLine'
import { deedOf } from './appointments'
import { MessageMenu } from './MessageMenu'
import { isLocal, withLinks } from './messages'
import { Quoted } from './Quoted'
import { SourceMarks } from './Sources'
import { SuggestionActions } from './Suggestion'
import { SystemLine } from './SystemLine'
import { Thumbs } from './Thumbs'
import type { Message, Quote, Rating, ShownStatus, Why } from './types'

interface Props {
  message: Message
  /** for a failed send of ours, and one that never left */
  onRetry: (message: Message) => void
  onWhy: (why: Why) => void
  onUse: (draft: Message) => void
  /** to answer this one; left out where one may not write */
  onQuote?: (message: Message) => void
  /** to see what this one answers */
  onJump: (quote: Quote) => void
  /** somebody has just been led here */
  found: boolean
  conversation: string
  /** which of how many drafts it is, from one */
  draft: number
  drafts: number
  /** what this member thinks of an answer of the assistant's */
  rating?: Rating
}

export const MessageItem = memo(function MessageItem({ conversation, message, found, ...more }: Props) {
  const { draft, drafts, rating, onRetry, onWhy, onUse, onQuote, onJump } = more
  const { t } = useTranslation('inbox')
  const incoming = message.author === 'contact'
  const frame = {
    'data-testid': 'message',
    'data-id': message.id,
    'data-status': message.status,
    'data-author': message.author,
    'data-kind': message.kind,
  }
  if (message.kind === 'event') {
    const deed = deedOf(message)
    return (
      <div {...frame} className="self-center">
        {deed ? <AppointmentLine message={message} deed={deed} /> : <SystemLine message={message} />}
      </div>
    )
  }
  if (message.kind === 'note') return <Note message={message} frame={frame} />
  const suggestion = message.kind === 'suggestion'
  return (
    <div
      {...frame}
      tabIndex={-1}
      className={cn(
        'flex min-w-0 flex-col max-md:max-w-[86%]',
        // what is done with a draft stands on one line below it
        suggestion ? 'max-w-[86%]' : 'max-w-[68%]',
        incoming ? 'self-start' : 'self-end items-end',
      )}
    >
      <div
        dir="auto"
        className={cn(
          'w-fit max-w-full rounded-sheet border px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere] max-md:text-[15px] max-md:leading-[22px]',
          incoming ? 'rounded-es-sm bg-surface' : 'rounded-ee-sm border-transparent',
          !incoming && (message.author === 'ai' ? 'bg-ai-soft' : 'bg-bubble-out'),
          suggestion && 'border-dashed border-ai',
          found && 'ring-2 ring-primary',
          (message.status === 'pending' || message.status === 'unsent') && 'opacity-80',
        )}
      >
        <span className="sr-only">{t(`author.${message.author}`)}: </span>
        {message.quote && <Quoted quote={message.quote} onOpen={onJump} />}
        {message.attachments.map((file) => (
          <MessageFile key={file.id} file={file} />
        ))}
        <Words text={message.text} />
        {message.kind === 'location' && <Place text={message.text} />}
        {message.kind === 'unsupported' && !message.text && <em>{t('message.unsupported')}</em>}
        {message.sources.length > 0 && <SourceMarks sources={message.sources} />}
        {!suggestion && message.choices.length > 0 && (
          <span className="mt-2 flex flex-wrap gap-1.5" role="list" aria-label={t('message.choices')}>
            {message.choices.map((choice) => (
              <span role="listitem" key={choice.id} className="rounded-full border bg-surface px-2.5 py-0.5 text-xs">
                {choice.title}
              </span>
            ))}
          </span>
        )}
      </div>
      {suggestion ? (
        <SuggestionActions
          conversation={conversation}
          message={message}
          draft={draft}
          drafts={drafts}
          onUse={onUse}
          onWhy={onWhy}
        />
      ) : (
        <Meta conversation={conversation} message={message} rating={rating} onWhy={onWhy} onQuote={onQuote} />
      )}
      {['failed', 'uncertain', 'unsent'].includes(message.status) && <Failure message={message} onRetry={onRetry} />}
    </div>
  )
})

export function Words({ text }: { text: string }) {
  return withLinks(text).map((part, index) =>
    part.href ? (
      <a key={index} href={part.href} target="_blank" rel="noreferrer noopener" className="text-primary underline">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  )
}

type MetaProps = Pick<Props, 'conversation' | 'message' | 'rating' | 'onWhy' | 'onQuote'>

function Meta({ conversation, message, rating, onWhy, onQuote }: MetaProps) {
  const { t } = useTranslation('inbox')
  const { time, dateTime } = useFormat()
  const { user } = useMe()
  const { run } = message
  const parts = [
    message.author === 'ai' && (
      <span key="ai" className="inline-flex items-center gap-1 font-semibold text-ai">
        <Sparkles aria-hidden className="size-3.5" />
        {t('chip.ai')}
      </span>
    ),
    message.author === 'member' && message.member && (
      <span key="member">{message.member.id === user.id ? t('chip.you') : message.member.name}</span>
    ),
    message.author === 'member' && message.event?.type === 'phone' && (
      <span key="phone" className="inline-flex items-center gap-1">
        <Smartphone aria-hidden className="size-3.5" />
        {t('message.fromPhone')}
      </span>
    ),
    message.author === 'ai' && run && (
      <button
        key="why"
        type="button"
        className="min-h-6 hover:text-text hover:underline"
        onClick={() => onWhy({ run: run.id })}
      >
        {t('message.why')}
      </button>
    ),
    message.author === 'ai' && <Thumbs key="thumbs" conversation={conversation} message={message.id} mine={rating} />,
    <time key="at" dateTime={message.at} title={dateTime(message.at)}>
      {time(message.at)}
    </time>,
    message.author !== 'contact' && <Status key="status" status={message.status} />,
  ].filter(Boolean)
  return (
    <div className="mt-0.5 flex min-h-6 flex-wrap items-center gap-x-1.5 text-xs text-muted">
      {parts.flatMap((part, index) =>
        index === 0
          ? [part]
          : [
              <span key={index} aria-hidden>
                ·
              </span>,
              part,
            ],
      )}
      {!isLocal(message) && <MessageMenu conversation={conversation} message={message} onQuote={onQuote} />}
    </div>
  )
}

const signs: Partial<Record<ShownStatus, LucideIcon>> = {
  pending: Clock,
  queued: Clock,
  sending: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: AlertCircle,
  unsent: AlertCircle,
  uncertain: CircleHelp,
}

function Status({ status }: { status: ShownStatus }) {
  const { t } = useTranslation('inbox')
  const Sign = signs[status]
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1',
        status === 'read' && '[&_svg]:text-primary',
        (status === 'failed' || status === 'unsent') && 'text-danger',
        status === 'uncertain' && 'text-warning',
      )}
    >
      {Sign && <Sign aria-hidden className="size-3.5" />}
      {t(`status.${status}`)}
    </span>
  )
}

/** What went wrong, that nothing is lost, and the way on. */
function Failure({ message, onRetry }: { message: Message; onRetry: (message: Message) => void }) {
  const { t } = useTranslation('inbox')
  const { status, failure } = message
  const reason =
    status === 'unsent'
      ? t('failure.unsent')
      : status === 'uncertain'
        ? t('failure.uncertain')
        : failure
          ? t(`failure.${failure.code}`, { defaultValue: failure.reason || t('failure.other') })
          : t('failure.other')
  return (
    <div
      role="alert"
      className="mt-1 flex max-w-full flex-wrap items-center gap-2 rounded-control bg-danger-soft px-3 py-1.5 text-xs text-danger"
    >
      <span className="min-w-0 flex-1">{reason}</span>
      <Button size="sm" onClick={() => onRetry(message)}>
        <RotateCw aria-hidden />
        {t('failure.retry')}
      </Button>
    </div>
  )
}

function Note({ message, frame }: { message: Message; frame: object }) {
  const { t } = useTranslation('inbox')
  const { time, dateTime } = useFormat()
  const { user } = useMe()
  const who = message.member
    ? message.member.id === user.id
      ? t('chip.you')
      : message.member.name
    : t('author.system')
  return (
    <div
      {...frame}
      className="w-fit max-w-[80%] min-w-0 self-center rounded-card bg-note px-3 py-2 text-sm text-on-note max-md:max-w-full"
    >
      <p className="mb-0.5 flex items-center gap-1.5 text-xs font-semibold">
        <StickyNote aria-hidden className="size-3.5" />
        {t('message.note')}
      </p>
      <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <Words text={message.text} />
      </p>
      <p className="mt-1 text-xs">
        {who} ·{' '}
        <time dateTime={message.at} title={dateTime(message.at)}>
          {time(message.at)}
        </time>
        {message.status === 'pending' && ` · ${t('status.pending')}`}
      </p>
    </div>
  )
}

/** A place is shown in words, and on a map of another site only when somebody asks for it. */
function Place({ text }: { text: string }) {
  const { t } = useTranslation('inbox')
  const at = /\((-?[\d.]+), (-?[\d.]+)\)$/.exec(text)
  if (!at) return null
  return (
    <a
      href={`https://www.openstreetmap.org/?mlat=${at[1]}&mlon=${at[2]}#map=17/${at[1]}/${at[2]}`}
      target="_blank"
      rel="noreferrer noopener"
      className="mt-1 flex items-center gap-1 text-sm text-primary underline"
    >
      <MapPin aria-hidden className="size-4 shrink-0" />
      {t('message.map')}
    </a>
  )
}
