import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import type { Appointment } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { putBooking } from '@/parts/booking/upsert'
import { Button } from '@/ui/button'
import { Field, FormAlert } from '@/ui/field'
import { Input, Select } from '@/ui/input'
import { toast } from '@/ui/toast'
import { useUnsaved } from '@/ui/unsaved'
import { notFreeOf, repeat, type NotFree } from './repeat'

interface Props {
  booking: Appointment
  onCancel: () => void
  onDone: () => void
}

const most = 52
const usual = { everyWeeks: 1, times: '4' }

/** The same again, week after week: all of them, or those that can be once the others have been seen. */
export function RepeatForm({ booking, onCancel, onDone }: Props) {
  const { t } = useTranslation('calendar')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const { dateTime } = useFormat()
  const [everyWeeks, setEveryWeeks] = useState(usual.everyWeeks)
  const [times, setTimes] = useState(usual.times)
  const [notFree, setNotFree] = useState<NotFree[]>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { question, done, ask } = useUnsaved(everyWeeks !== usual.everyWeeks || times !== usual.times)
  const count = Math.round(Number(times))
  const possible = count - (notFree?.length ?? 0)

  const change = (set: () => void) => {
    set()
    setNotFree(undefined)
    setProblem(undefined)
  }

  async function run(whereFree: boolean) {
    if (!(count >= 1 && count <= most)) return setProblem(t('repeat.wrongTimes', { most }))
    setBusy(true)
    setProblem(undefined)
    try {
      const { items } = await repeat(booking.id, { everyWeeks, times: count, whereFree })
      items.forEach((each) => putBooking(cache, each))
      toast.done(t('repeat.done', { count: items.length, name: booking.contact.name }))
      done()
      onDone()
    } catch (failure) {
      const found = notFreeOf(failure)
      if (found) setNotFree(found)
      else setProblem(failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="flex flex-col gap-4 border-t pt-4" data-testid="repeat-form">
      {question}
      <p className="font-semibold">{t('repeat.title')}</p>
      <FormAlert>{problem}</FormAlert>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('repeat.every')}>
          <Select value={everyWeeks} onChange={({ target }) => change(() => setEveryWeeks(Number(target.value)))}>
            {[1, 2, 3, 4].map((weeks) => (
              <option key={weeks} value={weeks}>
                {t('repeat.weeks', { count: weeks })}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('repeat.times')}>
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={most}
            className="num"
            value={times}
            onChange={({ target }) => change(() => setTimes(target.value))}
          />
        </Field>
      </div>
      {notFree && (
        <section
          role="alert"
          data-testid="not-free"
          className="flex flex-col gap-2 rounded-card bg-warning-soft p-3 text-sm"
        >
          <p className="font-semibold text-warning">{t('repeat.notFree', { count: notFree.length })}</p>
          <ul className="flex flex-col gap-1">
            {notFree.map(({ start, reason }) => (
              <li key={start}>
                <span className="num font-medium">{dateTime(start)}</span> · {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => ask(onCancel)}>{ui('cancel')}</Button>
        {!notFree ? (
          <Button kind="primary" busy={busy} onClick={() => void run(false)}>
            {t('repeat.book')}
          </Button>
        ) : (
          possible > 0 && (
            <Button kind="primary" busy={busy} onClick={() => void run(true)}>
              {t('repeat.bookOthers', { count: possible })}
            </Button>
          )
        )}
      </div>
    </div>
  )
}
