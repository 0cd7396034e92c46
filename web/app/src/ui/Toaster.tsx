import i18next from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Toaster as Sonner, toast as show } from 'sonner'
import { useTheme } from '@/shell/theme'

let tellMounted = () => {}
/** Before this a toast would be shown to nobody. */
const mounted = new Promise<void>((resolve) => (tellMounted = resolve))

export async function shown(): Promise<typeof show> {
  await mounted
  return show
}

/** Where toasts appear. Fetched after the screen: what is said before that waits for it. */
export function Toaster() {
  const { language } = useTranslation()
  // the effects of what is inside run first: it listens by now
  useEffect(() => tellMounted(), [])
  return (
    <Sonner
      theme={useTheme().now}
      // beside what is written and answered, not on it; where there is no beside, above it
      position={i18next.dir(language) === 'rtl' ? 'bottom-right' : 'bottom-left'}
      offset={{ bottom: 'var(--toast-bottom)' }}
      mobileOffset={{ bottom: 'var(--toast-bottom)' }}
      toastOptions={{
        classNames: {
          toast: 'rounded-card! border-border! bg-surface! text-text! shadow-float! font-sans! text-sm!',
          actionButton: 'bg-primary! text-on-primary!',
          description: 'text-muted!',
          error: 'text-danger!',
        },
      }}
    />
  )
}
