import { FileText, RotateCw, X } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { FileSize } from '@/parts/files/MessageFile'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { choose, forget, type Chosen } from './files'

/** The file that goes with the next message: on its way to the server, there, or refused with the reason. */
export function ChosenFile({ conversation, chosen }: { conversation: string; chosen: Chosen }) {
  const { t } = useTranslation('inbox')
  const { name, size, preview, upload, problem, final, file } = chosen
  return (
    <div
      data-testid="chosen-file"
      data-state={problem ? 'failed' : upload ? 'ready' : 'uploading'}
      className={cn(
        'mx-3 mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control border bg-sunken p-2 text-sm text-text',
        problem && 'border-danger bg-danger-soft',
      )}
    >
      {preview ? (
        <img src={preview} alt="" className="size-10 shrink-0 rounded-sm object-cover" />
      ) : (
        <FileText aria-hidden className="size-5 shrink-0 text-muted" />
      )}
      <div className="min-w-0 flex-1 basis-36">
        <p className="flex items-baseline gap-2">
          <bdi className="truncate">{name}</bdi>
          <FileSize bytes={size} />
        </p>
        {problem && (
          <p role="alert" className="text-xs text-danger">
            {problem === 'offline' ? t('composer.fileOffline') : problem}
          </p>
        )}
        <p role="status" className={cn('text-xs text-muted', (problem || upload) && 'sr-only')}>
          {!problem && t(upload ? 'composer.attached' : 'composer.uploading', { name })}
        </p>
      </div>
      {problem && !final && file && (
        <Button size="sm" onClick={() => void choose(conversation, file, '')}>
          <RotateCw aria-hidden />
          {t('composer.fileRetry')}
        </Button>
      )}
      <Button
        kind="ghost"
        size="icon"
        aria-label={t('composer.removeFile', { name })}
        onClick={() => forget(conversation)}
      >
        <X aria-hidden />
      </Button>
    </div>
  )
}
