import type { Schema } from '@frontdesk/shared/api'
import { Link } from '@tanstack/react-router'
import { FileText, Image, MessageSquare, Mic, Video } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { FileSize } from './MessageFile'

interface Props {
  files: Schema<'ContactFile'>[]
  /** the word in the address of the view that their conversations are opened in */
  view: string
  /** what of the address stays as it is */
  keep?: (now: object) => object
  /** one goes to the message that brought it */
  onShow?: (message: string) => void
}

/** Files that went back and forth: each is opened, and leads to the message that brought it. */
export function FileList({ files, ...way }: Props) {
  return files.map((each) => <Exchanged key={each.file.id} exchanged={each} {...way} />)
}

const kinds = [
  ['image', Image],
  ['audio', Mic],
  ['video', Video],
] as const

type ExchangedProps = Omit<Props, 'files'> & { exchanged: Schema<'ContactFile'> }

function Exchanged({ exchanged, view, keep = () => ({}), onShow }: ExchangedProps) {
  const { t } = useTranslation('files')
  const { slug } = useMe().tenant
  const { file, author, at, conversationId, messageId } = exchanged
  const { date, dateTime } = useFormat()
  const [kind, Sign] = kinds.find(([type]) => file.contentType.startsWith(`${type}/`)) ?? (['file', FileText] as const)
  const name = file.name || t(`kind.${kind}`)
  return (
    <li className="flex items-center">
      <a
        href={file.url}
        target="_blank"
        rel="noreferrer"
        className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 rounded-control px-2 py-1.5 hover:bg-sunken"
      >
        <Sign aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <bdi className="block truncate text-sm font-medium">{name}</bdi>
          <span className="flex gap-1 text-xs text-muted">
            {t(`from.${author}`)} ·{' '}
            <time dateTime={at} title={dateTime(at)}>
              {date(at)}
            </time>{' '}
            · <FileSize bytes={file.size} />
          </span>
        </span>
      </a>
      <Button kind="ghost" size="icon" asChild>
        <Link
          to="/app/$biz/inbox/$view/$conversation"
          params={{ biz: slug, view, conversation: conversationId }}
          search={(now) => ({ ...keep(now), m: messageId })}
          aria-label={t('show', { name })}
          title={t('show', { name })}
          onClick={() => onShow?.(messageId)}
        >
          <MessageSquare aria-hidden />
        </Link>
      </Button>
    </li>
  )
}
