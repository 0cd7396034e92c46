import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { toast } from '@/ui/toast'
import { endOtherSessions, sessionsQuery } from './api'

/** Ends every session but this one, after a question: none of them comes back. */
export function SignOutElsewhere() {
  const { t } = useTranslation('me')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      await endOtherSessions()
      toast.done(t('sessions.othersEnded'))
      setOpen(false)
    } catch {
      toast.failed(t('sessions.othersNotEnded'), { description: ui('error.safe') })
    }
    setBusy(false)
    await cache.invalidateQueries({ queryKey: sessionsQuery().queryKey })
  }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('sessions.endOthers')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('sessions.endOthersTitle')}
        description={t('sessions.endOthersText')}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{ui('cancel')}</Button>
            <Button kind="danger" busy={busy} onClick={() => void run()}>
              {t('sessions.endOthers')}
            </Button>
          </>
        }
      />
    </>
  )
}
