import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from './button'
import { Dialog } from './dialog'

/**
 * Asks before somebody leaves a form with words in it: by a link, Back, closing its sheet or the tab. Render
 * `question` with the form; call `done` before leaving after all was saved, and `ask` where leaving changes no address.
 * `onGiveUp` hears that the words are not wanted.
 * A form `beside` its screen stays while the screen shows something else.
 */
export function useUnsaved(
  dirty: boolean,
  onGiveUp?: () => void,
  beside = false,
): { question: ReactNode; done: () => void; ask: (leave: () => void) => void } {
  const { t } = useTranslation()
  const saved = useRef(false)
  const [leave, setLeave] = useState<() => void>()
  // a form that stays is guarded again, in whatever order its words and its answer came
  useEffect(() => {
    saved.current = false
  }, [dirty])
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && !saved.current && !(beside && current.pathname === next.pathname),
    enableBeforeUnload: () => dirty && !saved.current,
    withResolver: true,
  })
  const stay = () => {
    reset?.()
    setLeave(undefined)
  }
  const question = (
    <Dialog
      open={status === 'blocked' || leave !== undefined}
      onOpenChange={(open) => !open && stay()}
      title={t('unsaved.title')}
      description={t('unsaved.text')}
      footer={
        <>
          <Button
            kind="danger"
            onClick={() => {
              onGiveUp?.()
              saved.current = true
              setLeave(undefined)
              proceed?.()
              leave?.()
            }}
          >
            {t('unsaved.leave')}
          </Button>
          <Button kind="primary" onClick={stay}>
            {t('unsaved.stay')}
          </Button>
        </>
      }
    />
  )
  return {
    question,
    done: () => {
      saved.current = true
    },
    ask: (leave) => (dirty && !saved.current ? setLeave(() => leave) : leave()),
  }
}
