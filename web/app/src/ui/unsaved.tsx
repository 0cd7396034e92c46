import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button'
import { Dialog } from './dialog'

/**
 * Asks before somebody leaves a form with words in it: by a link, Back, closing its sheet or the tab. Render
 * `question` with the form; call `done` before leaving after all was saved. `onGiveUp` hears that the words are not wanted.
 */
export function useUnsaved(dirty: boolean, onGiveUp?: () => void): { question: ReactNode; done: () => void } {
  const { t } = useTranslation()
  const saved = useRef(false)
  useEffect(() => {
    if (!dirty) saved.current = false
  }, [dirty])
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => dirty && !saved.current,
    enableBeforeUnload: () => dirty && !saved.current,
    withResolver: true,
  })
  const question = (
    <Dialog
      open={status === 'blocked'}
      onOpenChange={(open) => !open && reset?.()}
      title={t('unsaved.title')}
      description={t('unsaved.text')}
      footer={
        <>
          <Button
            kind="danger"
            onClick={() => {
              onGiveUp?.()
              proceed?.()
            }}
          >
            {t('unsaved.leave')}
          </Button>
          <Button kind="primary" onClick={() => reset?.()}>
            {t('unsaved.stay')}
          </Button>
        </>
      }
    />
  )
  return { question, done: () => (saved.current = true) }
}
