import {
  AlertCircle,
  Check,
  CheckCheck,
  CircleHelp,
  Clock,
  Download,
  FileX,
  MapPin,
  RotateCw,
  Smartphone,
  Sparkles,
  StickyNote,
  type LucideIcon,
} from 'lucide-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Dialog } from '@/ui/dialog'
import { withLinks } from './messages'
import { SourceMarks } from './Sources'
import { SuggestionActions } from './Suggestion'
import { SystemLine } from './SystemLine'
import { Thumbs } from './Thumbs'
import type { Attachment, Message, ShownStatus } from './types'

interface Props {
  message: Message
  /** for a failed send of ours, and one that never left */
  onRetry: (message: Message) => void
  onWhy: (run: string) => void
  onUse: (draft: Message) => void
  conversation: string
  /** which of how many drafts it is, from one */
  draft: number
  drafts: number
}

export const MessageItem = memo(function MessageItem({ conversation, message, draft, drafts, ...on }: Props) {
  const { onRetry, onWhy, onUse } = on
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
    return (
      <div {...frame} className="self-center">
        <SystemLine message={message} />
      </div>
    )
  }
  if (message.kind === 'note') return <Note message={message} frame={frame} />
  const suggestion = message.kind === 'suggestion'
  return (
    <div
      {...frame}
      className={cn(
        'flex max-w-[68%] min-w-0 flex-col max-md:max-w-[86%]',
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
          (message.status === 'pending' || message.status === 'unsent') && 'opacity-80',
        )}
      >
        <span className="sr-only">{t(`author.${message.author}`)}: </span>
        {message.attachments.map((file) => (
          <File key={file.id} file={file} />
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
        <Meta conversation={conversation} message={message} onWhy={onWhy} />
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

interface MetaProps {
  conversation: string
  message: Message
  onWhy: (run: string) => void
}

function Meta({ conversation, message, onWhy }: MetaProps) {
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
      <button key="why" type="button" className="min-h-6 hover:text-text hover:underline" onClick={() => onWhy(run.id)}>
        {t('message.why')}
      </button>
    ),
    message.author === 'ai' && <Thumbs key="thumbs" conversation={conversation} message={message.id} />,
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

function File({ file }: { file: Attachment }) {
  const { t } = useTranslation('inbox')
  const [open, setOpen] = useState(false)
  const [broken, setBroken] = useState(false)
  const name = file.name || t('message.file')
  if (file.state === 'waiting' || file.state === 'failed') {
    const Sign = file.state === 'waiting' ? Clock : FileX
    return (
      <span
        data-testid="file-state"
        className={cn('mb-1 flex items-center gap-2 text-sm', file.state === 'failed' ? 'text-danger' : 'text-muted')}
      >
        <Sign aria-hidden className="size-4 shrink-0" />
        {t(file.state === 'waiting' ? 'message.fileWaiting' : 'message.fileFailed', { name })}
      </span>
    )
  }
  if (file.contentType.startsWith('image/') && !broken) {
    return (
      <>
        <button
          type="button"
          className="mb-1 block"
          onClick={() => setOpen(true)}
          aria-label={t('message.openImage', { name })}
        >
          <img
            src={file.url}
            alt={name}
            loading="lazy"
            onError={() => setBroken(true)}
            className="max-h-60 max-w-full rounded-control"
          />
        </button>
        <Dialog open={open} onOpenChange={setOpen} title={name} className="max-w-4xl">
          <img src={file.url} alt={name} className="mx-auto max-h-[70dvh]" />
        </Dialog>
      </>
    )
  }
  if (file.contentType.startsWith('audio/')) {
    // a voice note has no captions of its own; its transcript comes as the message's text
    /* eslint-disable jsx-a11y/media-has-caption */
    return (
      <audio controls preload="none" src={file.url} aria-label={name} className="mb-1 block h-10 w-64 max-w-full" />
    )
    /* eslint-enable jsx-a11y/media-has-caption */
  }
  if (file.contentType.startsWith('video/')) {
    // as customers send it: there are no captions to show
    /* eslint-disable jsx-a11y/media-has-caption */
    return (
      <video
        controls
        preload="metadata"
        src={file.url}
        aria-label={name}
        className="mb-1 max-h-60 max-w-full rounded-control"
      />
    )
    /* eslint-enable jsx-a11y/media-has-caption */
  }
  return (
    <a
      href={file.url}
      download={name}
      className="mb-1 flex items-center gap-2 rounded-control border bg-surface px-3 py-2 text-sm hover:bg-sunken"
    >
      <Download aria-hidden className="size-4 shrink-0" />
      <span className="truncate">{name}</span>
    </a>
  )
}
