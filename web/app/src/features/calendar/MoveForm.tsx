import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { providersQuery } from '@/api/queries'
import type { Appointment } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { TimePicker } from '@/parts/booking/TimePicker'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Input, Select } from '@/ui/input'
import { useUnsaved } from '@/ui/unsaved'
import type { Target } from './useMoves'

interface Props {
  booking: Appointment
  onMove: (booking: Appointment, target: Target) => Promise<boolean>
  onCancel: () => void
  onMoved: () => void
}

const minute = 60_000

/** The same as by drag: when, with whom, for how long. */
export function MoveForm({ booking, onMove, onCancel, onMoved }: Props) {
  const { t } = useTranslation('calendar')
  const { t: ui } = useTranslation()
  const { localDate, dateTime } = useFormat()
  const { data: allProviders = [] } = useQuery(providersQuery())
  const [date, setDate] = useState(localDate(booking.start))
  const [start, setStart] = useState(booking.start)
  const [providerId, setProviderId] = useState(booking.providerId)
  const asBefore = (Date.parse(booking.end) - Date.parse(booking.start)) / minute
  const [minutes, setMinutes] = useState(String(asBefore))
  const [busy, setBusy] = useState(false)
  const { question, done, ask } = useUnsaved(
    start !== booking.start || providerId !== booking.providerId || minutes !== String(asBefore),
  )
  const providers = allProviders.filter(
    ({ id, archived, serviceIds }) =>
      id === booking.providerId || (!archived && serviceIds.includes(booking.serviceId)),
  )
  async function move() {
    setBusy(true)
    const begins = Date.parse(start)
    const length = Number(minutes) || asBefore
    const moved = await onMove(booking, { start: begins, end: begins + length * minute, providerId })
    setBusy(false)
    done()
    // refused: the card says why, with what is free instead
    if (moved) onMoved()
    else onCancel()
  }
  return (
    <div className="flex flex-col gap-4 border-t pt-4">
      {question}
      <p className="font-semibold">{t('detail.moveTo')}</p>
      <div className="grid grid-cols-[1fr_110px] gap-3">
        <Field label={t('detail.who')}>
          <Select value={providerId} onChange={(event) => setProviderId(event.target.value)}>
            {providers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('detail.minutes')}>
          <Input
            type="number"
            inputMode="numeric"
            min={5}
            max={1440}
            step={5}
            className="num"
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </Field>
      </div>
      <TimePicker
        service={booking.serviceId}
        provider={providerId}
        date={date}
        onDate={setDate}
        value={start}
        onChange={setStart}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={() => ask(onCancel)}>{ui('cancel')}</Button>
        <Button kind="primary" busy={busy} onClick={() => void move()}>
          {t('detail.moveConfirm', { when: dateTime(start) })}
        </Button>
      </div>
    </div>
  )
}
