import type { ReactNode } from 'react'
import { useKeptWords, type KeptForm } from './useKeptWords'
import { useUnsaved } from './unsaved'

/**
 * A form that loses no word: asks before it is left, and has what was typed again after a reload. Render `question` in
 * it; call `done` when all is saved, before leaving, and `ask` where leaving changes no address.
 */
export function useFormGuard<T>(form: KeptForm<T>): {
  question: ReactNode
  done: () => void
  ask: (leave: () => void) => void
} {
  const forget = useKeptWords(form)
  const { question, done, ask } = useUnsaved(form.dirty, forget)
  return {
    question,
    ask,
    done: () => {
      done()
      forget()
    },
  }
}
