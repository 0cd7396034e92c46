import { memo, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from '@/i18n/useTranslation'
import { useSteady } from '@/parts/useSteady'
import { floating } from '@/ui/menu'
import { cn } from '@/ui/cn'
import { matching, tokenAt, type Token } from './picking'
import { useChoices, type Choice } from './useChoices'
import { useWritten, type Written } from './written'
import type { Conversation } from './types'

interface Props {
  conversation: Conversation
  note: boolean
  words: Written
  onText: (text: string) => void
  onSubmit: (close: boolean) => void
  label: string
  placeholder: string
  box: RefObject<HTMLTextAreaElement | null>
}

/** As high as its text; browsers that do it by themselves do it without being measured at every letter. */
function useHeight(box: RefObject<HTMLTextAreaElement | null>, text: string) {
  useLayoutEffect(() => {
    if (!box.current || CSS.supports('field-sizing', 'content')) return
    box.current.style.height = '0'
    box.current.style.height = `${box.current.scrollHeight}px`
  }, [box, text])
}

/** The text, with saved replies at `/` and colleagues at `@`. */
export function WritingBox({ conversation, note, words, onText, onSubmit, label, placeholder, box }: Props) {
  const { t } = useTranslation('inbox')
  const list = useId()
  const [token, setToken] = useState<Token>()
  const [at, setAt] = useState(0)
  const closedAt = useRef(-1)
  const choicesFor = useChoices(conversation, note)
  const choices = token ? matching(choicesFor(token.sign), token.words) : []
  const open = token !== undefined && choices.length > 0
  const chosen = choices[Math.min(at, choices.length - 1)]

  function look() {
    const element = box.current
    if (!element) return
    const found = tokenAt(element.value, element.selectionStart)
    if (found?.from !== closedAt.current) closedAt.current = -1
    setToken(found && found.from !== closedAt.current ? found : undefined)
    if (found?.words !== token?.words) setAt(0)
  }

  function pick(choice: Choice) {
    if (!token) return
    const text = words.text()
    const before = text.slice(0, token.from) + choice.insert
    // at once: what is typed next belongs behind it
    flushSync(() => {
      onText(before + text.slice(token.from + 1 + token.words.length))
      setToken(undefined)
    })
    box.current?.focus()
    box.current?.setSelectionRange(before.length, before.length)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (open && chosen) {
      const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
      const step = steps[event.key]
      if (step !== undefined) setAt((now) => (now + step + choices.length) % choices.length)
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.metaKey && !event.ctrlKey) pick(chosen)
      else if (event.key === 'Escape') {
        closedAt.current = token.from
        setToken(undefined)
      } else return
      event.preventDefault()
      return
    }
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      onSubmit(event.shiftKey)
    }
  }

  const steady = useSteady({
    onLook: look,
    onLeave: () => setToken(undefined),
    onKeyDown,
    onText: (text: string) => {
      onText(text)
      look()
    },
  })
  return (
    <div className="relative min-w-0 flex-1">
      {open && (
        <ul
          id={list}
          role="listbox"
          aria-label={token.sign === '/' ? t('pick.replies') : t('pick.colleagues')}
          data-testid="picker"
          data-state="open"
          className={cn(floating, 'absolute inset-x-2 bottom-full mb-1 max-h-72 overflow-y-auto p-1')}
        >
          {choices.map((choice) => (
            // the keys belong to the text box, as a combobox has it
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events
            <li
              key={choice.id}
              id={`${list}-${choice.id}`}
              role="option"
              aria-selected={choice === chosen}
              className={cn(
                'flex min-h-9 cursor-default flex-col justify-center rounded-control px-2 py-1 text-sm max-md:min-h-11',
                choice === chosen && 'bg-sunken',
              )}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(choice)}
            >
              <bdi className="truncate font-medium">{choice.title}</bdi>
              {choice.detail && <bdi className="truncate text-xs text-muted">{choice.detail}</bdi>}
            </li>
          ))}
        </ul>
      )}
      <TextBox
        words={words}
        box={box}
        label={label}
        placeholder={placeholder}
        note={note}
        picker={open ? list : undefined}
        chosen={open && chosen ? `${list}-${chosen.id}` : undefined}
        {...steady}
      />
    </div>
  )
}

interface TextBoxProps {
  words: Written
  box: RefObject<HTMLTextAreaElement | null>
  label: string
  placeholder: string
  note: boolean
  /** the list that is open, and what is chosen in it */
  picker: string | undefined
  chosen: string | undefined
  onText: (text: string) => void
  onLook: () => void
  onLeave: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** All that is drawn again with a letter. */
const TextBox = memo(function TextBox({ words, box, label, placeholder, note, picker, chosen, ...on }: TextBoxProps) {
  const text = useWritten(words, (all) => all)
  useHeight(box, text)
  return (
    <textarea
      ref={box}
      dir="auto"
      rows={1}
      value={text}
      aria-controls={picker}
      aria-activedescendant={chosen}
      aria-autocomplete="list"
      onChange={(event) => on.onText(event.target.value)}
      onSelect={on.onLook}
      onBlur={on.onLeave}
      onKeyDown={on.onKeyDown}
      aria-label={label}
      placeholder={placeholder}
      className={cn(
        'field-sizing-content max-h-55 min-h-11 w-full resize-none bg-transparent px-3 py-2.5 outline-none',
        'max-md:rounded-[22px] max-md:border max-md:border-control/60 max-md:px-4',
        note && 'placeholder:text-on-note/80',
      )}
    />
  )
})
