import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { fill, type Texts } from './texts'

const LONGEST = 12_000

interface Props {
  texts: Texts
  field: RefObject<HTMLTextAreaElement | null>
  onSend(text: string): void
}

export function Composer({ texts, field, onSend }: Props) {
  const text = useSignal('')
  const over = text.value.length - LONGEST

  function send(event: Event) {
    event.preventDefault()
    const words = text.value.trim()
    field.current?.focus()
    if (!words || over > 0) return
    onSend(words)
    text.value = ''
  }

  return (
    <form class="composer" data-testid="composer" onSubmit={send}>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={texts.message}
        placeholder={texts.write}
        aria-describedby={over > 0 ? 'too-long' : undefined}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event)
        }}
      />
      <button type="submit" class="send" aria-label={texts.send}>
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
          <path d="M4 12 20 4l-5 16-3-7z" stroke-linejoin="round" />
        </svg>
      </button>
      {over > 0 && (
        <p id="too-long" class="problem" role="alert">
          {fill(texts.tooLong, { count: over })}
        </p>
      )}
    </form>
  )
}
