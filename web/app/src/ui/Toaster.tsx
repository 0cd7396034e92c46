import { useEffect } from 'react'
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
  // the effects of what is inside run first: it listens by now
  useEffect(() => tellMounted(), [])
  return (
    <Sonner
      theme={useTheme().now}
      position="bottom-center"
      offset={{ bottom: 24 }}
      mobileOffset={{ bottom: 84 }}
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
