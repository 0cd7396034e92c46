import { Link } from '@tanstack/react-router'
import { Compass, Lock, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { isMissingPart } from '@/i18n/PartBoundary'
import { Button } from '@/ui/button'
import { Empty, ErrorCard } from '@/ui/states'

function Centre({ children }: { children: ReactNode }) {
  return <div className="grid min-h-full place-items-center">{children}</div>
}

export function NotFoundPage() {
  const { t } = useTranslation('shell')
  return (
    <Centre>
      <Empty
        icon={<Compass />}
        title={t('notFound.title')}
        action={
          <Button kind="primary" asChild>
            <Link to="/app">{t('notFound.home')}</Link>
          </Button>
        }
      >
        {t('notFound.text')}
      </Empty>
    </Centre>
  )
}

export function ForbiddenPage() {
  const { t } = useTranslation('shell')
  return (
    <Centre>
      <Empty
        icon={<Lock />}
        title={t('forbidden.title')}
        action={
          <Button asChild>
            <Link to="/app">{t('notFound.home')}</Link>
          </Button>
        }
      >
        {t('forbidden.text')}
      </Empty>
    </Centre>
  )
}

function OldReleasePage() {
  const { t } = useTranslation('shell')
  return (
    <Centre>
      <Empty
        icon={<RefreshCw />}
        title={t('release.text')}
        action={
          <Button kind="primary" onClick={() => location.reload()}>
            {t('release.reload')}
          </Button>
        }
      >
        {t('release.missing')}
      </Empty>
    </Centre>
  )
}

/** A screen that could not be shown. A thing that is not there is no failure of ours. */
export function CrashPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />
  if (isMissingPart(error)) return <OldReleasePage />
  return (
    <Centre>
      <ErrorCard error={error} onRetry={onRetry} />
    </Centre>
  )
}
