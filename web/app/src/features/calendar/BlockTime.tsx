import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { AffectedList } from '@/parts/booking/AffectedList'
import { instantOf } from '@/parts/booking/instants'
import { TellAll } from '@/parts/booking/TellAll'
import { giveTimeOffBack } from '@/parts/booking/timeOff'
import { useTakeTimeOff } from '@/parts/booking/useTakeTimeOff'
import { TimeInput } from '@/parts/TimeInput'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input, Select } from '@/ui/input'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'

/** What was drawn in the grid, or nothing but a day. */
export interface Blocking {
  date: string
  providerId?: string
  start?: number
  end?: number
}

interface Props {
  blocking: Blocking
  providers: Provider[]
  onClose: () => void
}

/** Keeps somebody's time free of bookings. Whoever is booked then already is decided on first. */
export function BlockTime({ blocking, providers, onClose }: Props) {
  const { t } = useTranslation('calendar')
  const { t: ui } = useTranslation()
  const { t: words } = useTranslation('booking')
  const id = useId()
  const { zone, time, date: day } = useFormat()
  const [chosen, setProvider] = useState(blocking.providerId)
  // whoever stands first once they have been read
  const providerId = chosen ?? providers[0]?.id ?? ''
  const [date, setDate] = useState(blocking.date)
  const [from, setFrom] = useState(blocking.start ? time(new Date(blocking.start)) : '09:00')
  const [to, setTo] = useState(blocking.end ? time(new Date(blocking.end)) : '10:00')
  const [reason, setReason] = useState('')
  const { affected, decisions, setDecisions, problem, setProblem, busy, anew, take, look, news, changed } =
    useTakeTimeOff()

  const values = { providerId: chosen, date, from, to, reason }
  const [before] = useState(() => JSON.stringify(values))
  const guard = useFormGuard({
    name: 'block-time',
    dirty: JSON.stringify(values) !== before || Object.values(decisions).some(Boolean),
    values,
    restore: (kept) => {
      setReason(kept.reason)
      // what was drawn just now stands before times from earlier
      if (blocking.start) return
      setProvider(kept.providerId)
      setDate(kept.date)
      setFrom(kept.from)
      setTo(kept.to)
    },
  })
  const change = (set: () => void) => {
    set()
    anew()
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    const start = instantOf(date, from, zone)
    const end = instantOf(date, to === '00:00' ? '24:00' : to, zone)
    if (!from || !to || !(start < end)) return setProblem(t('block.order'))
    const taken = await take({
      providerId,
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
      reason: reason.trim() || undefined,
    })
    if (!taken) return
    guard.done()
    const name = providers.find((each) => each.id === providerId)?.name
    toast.done(t('block.done', { name, when: `${day(taken.start)}, ${time(taken.start)}–${time(taken.end)}` }), {
      // what became of bookings is not taken back with it
      undo: affected.length > 0 ? undefined : () => giveTimeOffBack(taken.id).then(look),
    })
    if (news.length === 0) onClose()
  }

  if (changed.length > 0) return <TellAll bookings={changed} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && guard.ask(onClose)}
      title={t('block.title')}
      description={t('block.text')}
      className="max-w-lg"
      footer={
        <>
          <Button onClick={() => guard.ask(onClose)}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form={id} busy={busy} disabled={!providerId}>
            {t('block.save')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id={id} noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        <FormAlert>{problem}</FormAlert>
        <Field label={t('block.who')}>
          <Select value={providerId} onChange={({ target }) => change(() => setProvider(target.value))}>
            {providers.map((provider) => (
              <option key={provider.id} value={provider.id}>
                {provider.name}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex flex-wrap items-end gap-3">
          <Field label={words('new.day')} className="flex-1 basis-40">
            <Input
              type="date"
              className="num"
              value={date}
              onChange={({ target }) => target.value && change(() => setDate(target.value))}
            />
          </Field>
          <div className="flex items-center gap-2">
            <TimeInput label={t('block.from')} value={from} onChange={(value) => change(() => setFrom(value))} />
            <span aria-hidden>–</span>
            <TimeInput label={t('block.to')} value={to} onChange={(value) => change(() => setTo(value))} />
          </div>
        </div>
        <Field label={t('block.reason')} help={t('block.reasonHelp')} optional>
          <Input value={reason} maxLength={120} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {affected.length > 0 && <AffectedList affected={affected} decisions={decisions} onChange={setDecisions} />}
      </form>
    </Dialog>
  )
}
