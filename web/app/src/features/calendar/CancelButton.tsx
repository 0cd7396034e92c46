import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Input } from '@/ui/input'
import { useUnsaved } from '@/ui/unsaved'

interface Props {
  booking: Appointment
  onCancel: (booking: Appointment, reason?: string) => Promise<boolean>
  onDone: () => void
}

/** Asks for the reason, which the calendar keeps. */
export function CancelButton({ booking, onCancel, onDone }: Props) {
  const { t } = useTranslation('calendar')
  const { dateTime } = useFormat()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const { question, done, ask } = useUnsaved(reason.trim() !== '')
  const close = () => {
    setOpen(false)
    setReason('')
  }
  async function run() {
    setBusy(true)
    const cancelled = await onCancel(booking, reason.trim() || undefined)
    setBusy(false)
    if (!cancelled) return
    done()
    close()
    onDone()
  }
  return (
    <>
      <Button className="text-danger" onClick={() => setOpen(true)}>
        <X aria-hidden />
        {t('cancel.open')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={(on) => !on && ask(close)}
        title={t('cancel.title', { name: booking.contact.name })}
        description={t('cancel.text', { when: dateTime(booking.start) })}
        footer={
          <>
            <Button onClick={() => ask(close)}>{t('cancel.keep')}</Button>
            <Button kind="danger" busy={busy} onClick={() => void run()}>
              {t('cancel.confirm')}
            </Button>
          </>
        }
      >
        {question}
        <Field label={t('cancel.reason')} optional>
          <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Dialog>
    </>
  )
}
