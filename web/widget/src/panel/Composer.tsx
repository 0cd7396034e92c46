import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { Attachment } from './api'
import { Refused } from './api'
import type { Talk } from './talk'
import { fill, type Texts } from './texts'

const LONGEST = 12_000
const LARGEST_MB = 16

interface Props {
  talk: Talk
  texts: Texts
  locale: string
  field: RefObject<HTMLTextAreaElement | null>
}

/** A file that goes with the next message: on its way to the server, there, or not taken. */
interface Chosen {
  file: File
  kept?: Attachment
  problem?: string
  /** it will never be taken */
  final?: boolean
}

export function Composer({ talk, texts, locale, field }: Props) {
  const text = useSignal('')
  const chosen = useSignal<Chosen | undefined>(undefined)
  const input = useRef<HTMLInputElement>(null)
  const over = text.value.length - LONGEST
  const { file, kept, problem, final } = chosen.value ?? {}

  async function choose(file: File | undefined) {
    field.current?.focus()
    if (!file) return
    const now: Chosen = { file }
    chosen.value = now
    const end = (how: Partial<Chosen>) => {
      if (chosen.value === now) chosen.value = { file, ...how }
    }
    if (file.size > LARGEST_MB * 1024 * 1024) {
      return end({ problem: fill(texts.tooLarge, { most: LARGEST_MB }), final: true })
    }
    try {
      end({ kept: await talk.upload(file, locale) })
    } catch (failure) {
      const words = failure instanceof Refused && failure.status === 422 && failure.words
      end(words ? { problem: words, final: true } : { problem: texts.notUploaded })
    }
  }

  function send(event: Event) {
    event.preventDefault()
    const words = text.value.trim()
    field.current?.focus()
    if (problem && !final) return void choose(file)
    if ((!words && !kept) || (file && !kept) || over > 0) return
    talk.send(words, kept)
    text.value = ''
    chosen.value = undefined
  }

  /** Words come along with a picture of themselves out of some programs. */
  function take(event: Event, data: DataTransfer | null) {
    if (!data?.types.includes('Files') || data.types.includes('text/plain')) return
    event.preventDefault()
    if (event.type !== 'dragover') void choose(data.files[0])
  }

  return (
    <form
      class="composer"
      data-testid="composer"
      onSubmit={send}
      onDragOver={(event) => take(event, event.dataTransfer)}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      {file && (
        <div class="chosen" data-testid="chosen" role="status">
          <bdi>{file.name}</bdi>
          {!kept && !problem && texts.uploading}
          <button type="button" aria-label={texts.remove} onClick={() => (chosen.value = undefined)}>
            <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
              <path d="m6 6 12 12M18 6 6 18" stroke-linecap="round" />
            </svg>
          </button>
        </div>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <button type="button" aria-label={texts.attach} onClick={() => input.current?.click()}>
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
          <path d="m20 11-8 8a5 5 0 0 1-7-7l8-8a3.5 3.5 0 0 1 5 5l-8 8a2 2 0 0 1-3-3l7-7" stroke-linecap="round" />
        </svg>
      </button>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={texts.message}
        placeholder={texts.write}
        aria-describedby={over > 0 ? 'too-long' : undefined}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onPaste={(event) => take(event, event.clipboardData)}
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
