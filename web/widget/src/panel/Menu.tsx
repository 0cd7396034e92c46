import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Talk } from './talk'
import { transcript } from './transcript'
import { fill, type Texts } from './texts'

interface Props {
  talk: Talk
  texts: Texts
  locale: string
  name: string
  /** What is asked first. */
  first: 'list' | 'leave'
  onLanguage(): void
  /** Back to the composer. */
  onDone(): void
}

/** The rarer things one can do, one sheet deep. */
export function Menu({ talk, texts, locale, name, first: asked, onLanguage, onDone }: Props) {
  const view = useSignal<'list' | 'leave' | 'restart'>(asked)
  const first = useRef<HTMLElement>(null)
  useEffect(() => first.current?.focus(), [view.value])

  if (view.value === 'leave') {
    return (
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault()
          const value = String(new FormData(event.currentTarget).get('reach') ?? '').trim()
          if (value) talk.send(fill(texts.leaveMessage, { value }))
          onDone()
        }}
      >
        <label>
          {texts.leaveLabel}
          <input name="reach" autocomplete="email" required ref={first as never} />
        </label>
        <p>{texts.leaveHelp}</p>
        <button type="submit">{texts.send}</button>
      </form>
    )
  }
  if (view.value === 'restart') {
    return (
      <div class="sheet" role="alertdialog" aria-label={texts.restart} aria-describedby="sure">
        <p id="sure">{texts.restartSure}</p>
        <button
          type="button"
          onClick={() => {
            talk.restart()
            onDone()
          }}
        >
          {texts.yes}
        </button>
        <button type="button" ref={first as never} onClick={onDone}>
          {texts.no}
        </button>
      </div>
    )
  }
  return (
    <div class="sheet" role="group" aria-label={texts.menu}>
      <button
        type="button"
        ref={first as never}
        onClick={() => {
          talk.send(texts.personMessage)
          onDone()
        }}
      >
        {texts.person}
      </button>
      <button type="button" onClick={() => (view.value = 'leave')}>
        {texts.leave}
      </button>
      <button
        type="button"
        onClick={() => {
          transcript(name, talk.messages.value, texts, locale)
          onDone()
        }}
      >
        {texts.download}
      </button>
      <button type="button" onClick={() => talk.toggleSound()}>
        {talk.sound.value ? texts.soundOff : texts.soundOn}
      </button>
      <button type="button" onClick={onLanguage}>
        {texts.otherLanguage}
      </button>
      <button type="button" onClick={() => (view.value = 'restart')}>
        {texts.restart}
      </button>
    </div>
  )
}
