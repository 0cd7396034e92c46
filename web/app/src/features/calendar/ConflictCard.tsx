import { TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import type { Slot } from '@/parts/booking/api'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import type { Conflict } from './useMoves'

/** Why an appointment went back to its place, and the nearest times that are free. */
export function ConflictCard({
  conflict,
  others,
  onPick,
  onInsist,
  onClose,
}: {
  conflict: Conflict
  /** who has the time, as far as is known here */
  others: Appointment[]
  onPick: (slot: Slot) => void
  onInsist: () => void
  onClose: () => void
}) {
  const { t } = useTranslation('calendar')
  const { t: ui } = useTranslation()
  const { dateTime, shortDay, time } = useFormat()
  const { booking, wanted, reason, options } = conflict
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => card.current?.focus(), [conflict])
  useKeys({ close: onClose })
  return (
    <div
      ref={card}
      role="alertdialog"
      aria-labelledby="conflict-title"
      aria-describedby="conflict-reason"
      tabIndex={-1}
      data-testid="conflict-card"
      className="fixed start-1/2 bottom-6 z-40 flex w-[min(440px,calc(100vw-24px))] -translate-x-1/2 flex-col gap-3 rounded-card border bg-surface p-4 shadow-float outline-none max-md:bottom-20 rtl:translate-x-1/2"
    >
      <div className="flex items-start gap-3">
        <span aria-hidden className="grid size-8 shrink-0 place-items-center rounded-full bg-warning-soft text-warning">
          <TriangleAlert className="size-4" />
        </span>
        <div className="min-w-0 flex-1">
          <p id="conflict-title" className="font-semibold">
            {t('conflict.title', { name: booking.contact.name, when: dateTime(new Date(wanted.start)) })}
          </p>
          <p id="conflict-reason" className="mt-0.5 text-sm text-muted">
            {others.length > 0
              ? others
                  .map(({ contact, start, end }) =>
                    t('conflict.with', { name: contact.name || t('busy'), from: time(start), to: time(end) }),
                  )
                  .join(' ')
              : reason}{' '}
            {t('conflict.stays', { when: dateTime(booking.start) })}
          </p>
        </div>
        <Button kind="ghost" size="icon" aria-label={ui('close')} className="-mt-1 -me-1" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </div>
      {options.length > 0 ? (
        <div role="group" aria-label={t('conflict.options')} className="flex flex-wrap gap-2">
          {options.map((slot) => (
            <Button
              key={slot.start + slot.providerId}
              size="sm"
              data-testid="slot"
              data-start={slot.start}
              onClick={() => onPick(slot)}
            >
              {shortDay(slot.start)} <span className="num">{time(slot.start)}</span>
            </Button>
          ))}
        </div>
      ) : (
        <p className="text-sm text-muted">{t('conflict.none')}</p>
      )}
      {conflict.overridable && (
        <Button size="sm" className="self-start" onClick={onInsist}>
          {t('conflict.anyway')}
        </Button>
      )}
    </div>
  )
}
