import { WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useWaiting } from '@/api/waiting'
import { useCaughtUp } from './live'

function useOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      addEventListener('online', tell)
      addEventListener('offline', tell)
      return () => {
        removeEventListener('online', tell)
        removeEventListener('offline', tell)
      }
    },
    () => navigator.onLine,
  )
}

/**
 * Says that what is on screen may be old, and how many changes wait to be sent; stays until all that was missed is
 * here. Short gaps, and the first moments, are not worth a word.
 */
export function ConnectionBar() {
  const { t } = useTranslation('shell')
  const fresh = useCaughtUp()
  const online = useOnline()
  const waiting = useWaiting()
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (fresh) return
    const timer = setTimeout(() => setLate(true), 3000)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [fresh])
  const text = !online ? t('connection.offline') : late && !fresh ? t('connection.reconnecting') : undefined
  return (
    <div role="status">
      {(text || waiting > 0) && (
        <p
          data-testid="conn-bar"
          className="flex flex-wrap items-center justify-center gap-x-2 bg-warning-soft px-4 py-1.5 text-sm font-medium text-warning"
        >
          <WifiOff aria-hidden className="size-4" />
          {text}
          {waiting > 0 && <span>{t('connection.waiting', { count: waiting })}</span>}
        </p>
      )}
    </div>
  )
}
