import { useQueryClient } from '@tanstack/react-query'
import { Check, CheckCheck, CircleSlash, UserCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import type { Appointment } from '@/api/types'
import { mark } from '@/parts/booking/api'
import { putBooking } from '@/parts/booking/upsert'
import { useNow } from '@/parts/useNow'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

type Mark = Parameters<typeof mark>[1]

interface Props {
  booking: Appointment
  /** when it has come to pass: there is nothing more to do with it now */
  onOver: () => void
}

/** What a member says of an appointment: shown at once, put back when the server refuses, and taken back by Undo. */
export function Marks({ booking, onOver }: Props) {
  const { t } = useTranslation('calendar')
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  const begun = Date.parse(booking.start) <= useNow(30_000)
  const { id, contact } = booking
  const before = booking.status as Mark

  async function save(status: Mark): Promise<boolean> {
    try {
      putBooking(cache, await mark(id, status))
      return true
    } catch (failure) {
      toast.failed(t('detail.markFailed', { name: contact.name }), {
        description: failure instanceof ApiError && !failure.offline ? failure.message : undefined,
      })
      return false
    }
  }
  async function confirm() {
    setBusy(true)
    putBooking(cache, { ...booking, status: 'confirmed' })
    if (!(await save('confirmed'))) putBooking(cache, booking)
    setBusy(false)
  }
  async function end(status: 'arrived' | 'done' | 'no-show') {
    putBooking(cache, { ...booking, status })
    onOver()
    if (await save(status)) toast.done(t(`marked.${status}`, { name: contact.name }), { undo: () => save(before) })
    else putBooking(cache, booking)
  }

  return (
    <div className="flex flex-wrap gap-2" role="group" aria-label={t('detail.mark')}>
      {before === 'requested' && (
        <Button kind="primary" busy={busy} onClick={() => void confirm()}>
          <Check aria-hidden />
          {t('mark.confirmed')}
        </Button>
      )}
      {before === 'confirmed' && (
        <Button kind="primary" onClick={() => void end('arrived')}>
          <UserCheck aria-hidden />
          {t('mark.arrived')}
        </Button>
      )}
      {(before === 'arrived' || (before === 'confirmed' && begun)) && (
        <Button kind={before === 'arrived' ? 'primary' : 'default'} onClick={() => void end('done')}>
          <CheckCheck aria-hidden />
          {t('mark.done')}
        </Button>
      )}
      {before === 'confirmed' && begun && (
        <Button onClick={() => void end('no-show')}>
          <CircleSlash aria-hidden />
          {t('mark.no-show')}
        </Button>
      )}
    </div>
  )
}
