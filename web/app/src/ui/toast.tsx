import { Toaster as Sonner, toast as show } from 'sonner'
import { useTheme } from '@/shell/theme'

interface Options {
  undo?: { label: string; run: () => void }
  description?: string
}

/** Says what happened; with `undo` it stays five seconds and can be taken back. */
export const toast = {
  done: (text: string, { undo, description }: Options = {}) =>
    show.success(text, {
      description,
      duration: 5000,
      action: undo && { label: undo.label, onClick: undo.run },
      testId: 'toast',
    }),
  failed: (text: string, { description }: Options = {}) =>
    show.error(text, { description, duration: 8000, testId: 'toast' }),
  info: (text: string, { description }: Options = {}) => show(text, { description, testId: 'toast' }),
  /** Something that somebody should look at, and the way there. */
  notice: (text: string, open: { label: string; run: () => void }) =>
    show(text, { duration: 10_000, action: { label: open.label, onClick: open.run }, testId: 'toast' }),
}

export function Toaster() {
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
