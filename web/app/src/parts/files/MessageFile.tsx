import type { Schema } from '@frontdesk/shared/api'
import { Clock, Download, FileX, Paperclip } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'
import { cn } from '@/ui/cn'
import { Dialog } from '@/ui/dialog'

type Attachment = Schema<'MessageFile'>

/** A file in a bubble: a picture that opens, a player, or something to download. */
export function MessageFile({ file }: { file: Attachment }) {
  const { t } = useTranslation('files')
  const [open, setOpen] = useState(false)
  const [broken, setBroken] = useState(false)
  const name = file.name || t('file')
  if (file.state === 'waiting' || file.state === 'failed') {
    const Sign = file.state === 'waiting' ? Clock : FileX
    return (
      <span
        data-testid="file-state"
        className={cn('mb-1 flex items-center gap-2 text-sm', file.state === 'failed' ? 'text-danger' : 'text-muted')}
      >
        <Sign aria-hidden className="size-4 shrink-0" />
        {t(file.state, { name })}
      </span>
    )
  }
  // on its way from here: it has no address yet
  if (!file.url) {
    return (
      <span className="mb-1 flex items-center gap-2 text-sm">
        <Paperclip aria-hidden className="size-4 shrink-0" />
        <bdi className="truncate">{name}</bdi>
        <FileSize bytes={file.size} />
      </span>
    )
  }
  if (file.contentType.startsWith('image/') && !broken) {
    return (
      <>
        <button type="button" className="mb-1 block" onClick={() => setOpen(true)} aria-label={t('open', { name })}>
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
      <bdi className="truncate">{name}</bdi>
      <FileSize bytes={file.size} />
    </a>
  )
}

export function FileSize({ bytes }: { bytes: number }) {
  const { t } = useTranslation('files')
  const { number } = useFormat()
  const [unit, size] =
    bytes < 1024
      ? (['bytes', bytes] as const)
      : bytes < 1024 * 1024
        ? (['kilobytes', Math.round(bytes / 1024)] as const)
        : (['megabytes', Math.round((bytes / 1024 / 1024) * 10) / 10] as const)
  return <span className="num shrink-0 text-xs text-muted">{t(unit, { size: number(size) })}</span>
}
