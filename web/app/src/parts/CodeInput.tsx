import { useRef, type ComponentProps } from 'react'
import { Input } from '@/ui/input'

/**
 * Six digits of an authenticator app: one field, so that paste, autofill and screen readers work as everywhere. The
 * sixth digit sends it.
 */
export function CodeInput({
  value,
  onChange,
  onComplete,
  ...props
}: Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  value: string
  onChange: (code: string) => void
  onComplete: (code: string) => void
}) {
  // a code that was sent is not sent again while it is only looked at
  const sent = useRef('')
  return (
    <Input
      {...props}
      inputMode="numeric"
      autoComplete="one-time-code"
      dir="ltr"
      className="h-14 text-center text-2xl font-semibold tracking-[0.4em] tabular-nums"
      value={value}
      onChange={(event) => {
        const code = event.target.value.replace(/\D/g, '').slice(0, 6)
        onChange(code)
        if (code.length < 6) sent.current = ''
        else if (code !== sent.current) {
          sent.current = code
          onComplete(code)
        }
      }}
    />
  )
}
