import { Sparkles } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import { useNewRelease } from './release'

/** Offers the new version. It never comes by itself: somebody may be writing. */
export function ReleaseNotice() {
  const { t } = useTranslation('shell')
  const newer = useNewRelease()
  return (
    <div role="status">
      {newer && (
        <p
          data-testid="release-notice"
          className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-info-soft px-4 py-1.5 text-sm font-medium text-info"
        >
          <Sparkles aria-hidden className="size-4" />
          {t('release.text')}
          <Button kind="link" onClick={() => location.reload()}>
            {t('release.reload')}
          </Button>
        </p>
      )}
    </div>
  )
}
