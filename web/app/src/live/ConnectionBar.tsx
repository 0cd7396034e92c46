import { WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveUp } from './live'

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

/** Says that what is on screen may be old. Short gaps, and the first moments, are not worth a word. */
export function ConnectionBar() {
  const { t } = useTranslation('shell')
  const up = useLiveUp()
  const online = useOnline()
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (up) return
    const timer = setTimeout(() => setLate(true), 3000)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [up])
  const text = !online ? t('connection.offline') : late && !up ? t('connection.reconnecting') : undefined
  return (
    <div role="status">
      {text && (
        <p
          data-testid="conn-bar"
          className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-1.5 text-sm font-medium text-warning"
        >
          <WifiOff aria-hidden className="size-4" />
          {text}
        </p>
      )}
    </div>
  )
}
