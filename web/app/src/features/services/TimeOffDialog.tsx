import { timeNow } from '@/api/clock'
import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { AffectedList } from '@/parts/booking/AffectedList'
import { nextDate } from '@/parts/booking/dates'
import { instantOf } from '@/parts/booking/instants'
import { TellAll } from '@/parts/booking/TellAll'
import { useTakeTimeOff } from '@/parts/booking/useTakeTimeOff'
import { TimeInput } from '@/parts/TimeInput'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field, FormAlert } from '@/ui/field'
import { Input } from '@/ui/input'
import { Switch } from '@/ui/switch'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { wordsOf } from './timeOffWords'

interface Span {
  first: string
  last: string
  wholeDays: boolean
  from: string
  to: string
}

/** New time off. Whoever is booked then is shown, and nothing is saved until each of them is decided on. */
export function TimeOffDialog({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const format = useFormat()
  const ids = useId()
  const tomorrow = nextDate(format.localDate(new Date(timeNow())))
  const [span, setSpan] = useState<Span>({
    first: tomorrow,
    last: tomorrow,
    wholeDays: true,
    from: '09:00',
    to: '13:00',
  })
  const [reason, setReason] = useState('')
  const { affected, decisions, setDecisions, problem, setProblem, busy, anew, take, news, changed } = useTakeTimeOff()

  const values = { span, reason }
  const [before] = useState(() => JSON.stringify(values))
  const guard = useFormGuard({
    name: `time-off:${provider.id}`,
    dirty: JSON.stringify(values) !== before || Object.values(decisions).some(Boolean),
    values,
    restore: (kept) => {
      setSpan(kept.span)
      setReason(kept.reason)
    },
  })
  const change = (next: Partial<Span>) => {
    setSpan({ ...span, ...next })
    anew()
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // a dialog is inside the form beneath it, for React
    event.stopPropagation()
    const times = timesOf(span, format.zone)
    if (!times) return setProblem(t('timeOff.order'))
    const taken = await take({ providerId: provider.id, ...times, reason: reason.trim() || undefined })
    if (!taken) return
    guard.done()
    toast.done(t('timeOff.saved', { name: provider.name, when: wordsOf(taken, format) }))
    if (news.length === 0) onClose()
  }

  if (changed.length > 0) return <TellAll bookings={changed} onClose={onClose} />
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && guard.ask(onClose)}
      title={t('timeOff.titleOf', { name: provider.name })}
      className="max-w-lg"
      footer={
        <>
          <Button onClick={() => guard.ask(onClose)}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit" form={ids} busy={busy}>
            {busy ? ui('saving') : t('timeOff.save')}
          </Button>
        </>
      }
    >
      {guard.question}
      <form id={ids} onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <FormAlert>{problem}</FormAlert>
        <div className="flex items-center gap-3">
          <Switch id={`${ids}-whole`} checked={span.wholeDays} onCheckedChange={(wholeDays) => change({ wholeDays })} />
          <label htmlFor={`${ids}-whole`}>{t('timeOff.wholeDays')}</label>
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('timeOff.first')}>
            <Input
              type="date"
              className="num"
              value={span.first}
              onChange={({ target: { value } }) =>
                change({ first: value, last: span.last < value ? value : span.last })
              }
            />
          </Field>
          <Field label={t('timeOff.last')}>
            <Input
              type="date"
              className="num"
              value={span.last}
              onChange={(event) => change({ last: event.target.value })}
            />
          </Field>
        </div>
        {!span.wholeDays && (
          <div className="flex items-center gap-2">
            <TimeInput label={t('timeOff.from')} value={span.from} onChange={(from) => change({ from })} />
            <span aria-hidden>–</span>
            <TimeInput label={t('timeOff.to')} value={span.to} onChange={(to) => change({ to })} />
          </div>
        )}
        <Field label={t('timeOff.reason')} help={t('timeOff.reasonHelp')} optional>
          <Input value={reason} maxLength={120} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {affected.length > 0 && <AffectedList affected={affected} decisions={decisions} onChange={setDecisions} />}
      </form>
    </Dialog>
  )
}

/** As the server reads it: local dates for whole days, else moments; undefined when the end is not after the start. */
function timesOf({ first, last, wholeDays, from, to }: Span, zone: string): { start: string; end: string } | undefined {
  if (!first || !last || last < first) return undefined
  if (wholeDays) return { start: first, end: nextDate(last) }
  if (!from || !to || (first === last && to <= from)) return undefined
  const at = (date: string, time: string) => new Date(instantOf(date, time, zone)).toISOString()
  return { start: at(first, from), end: at(last, to) }
}
