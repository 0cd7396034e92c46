import { useQuery } from '@tanstack/react-query'
import { AlertCircle } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { timeNow } from '@/api/clock'
import { useFormat } from '@/i18n/useFormat'
import { TimeInput } from '@/parts/TimeInput'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Field } from '@/ui/field'
import { Input } from '@/ui/input'
import { Skeleton } from '@/ui/states'
import { freeTimesQuery } from './api'
import { nextDate } from './dates'
import { instantOf } from './instants'

interface Props {
  service: string
  provider: string
  date: string
  onDate: (date: string) => void
  value: string
  onChange: (start: string) => void
  error?: string
}

/** A day and its free times. Until they are known, nothing says that there are none. */
export function TimePicker({ service, provider, date, onDate, value, onChange, error }: Props) {
  const { t } = useTranslation('booking')
  const { time, localDate } = useFormat()
  const label = useId()
  const { data, isFetching, isError } = useQuery(freeTimesQuery(service, provider, date, nextDate(date)))
  const times = data && [...new Map(data.map((slot) => [slot.start, slot])).values()]
  // a time taken over from the calendar is asked for even when it is not in the list: the server is the judge
  const own = value && localDate(value) === date && !times?.some(({ start }) => sameTime(start, value))
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('new.day')}>
        <Input type="date" value={date} onChange={(event) => event.target.value && onDate(event.target.value)} />
      </Field>
      <div
        role="group"
        aria-labelledby={label}
        aria-describedby={error && `${label}-error`}
        data-invalid={error ? true : undefined}
        tabIndex={-1}
        className="rounded-control"
      >
        <p id={label} className="mb-1.5 text-sm font-medium">
          {t('new.time')}
        </p>
        {!service && <p className="text-sm text-muted">{t('new.serviceFirst')}</p>}
        {service && !data && isFetching && <Skeleton className="h-20" />}
        {service && isError && <p className="text-sm text-danger">{t('new.timesFailed')}</p>}
        {service && times && times.length === 0 && !own && <p className="text-sm text-muted">{t('new.noTimes')}</p>}
        <div className="grid max-h-48 grid-cols-[repeat(auto-fill,minmax(72px,1fr))] gap-2 overflow-y-auto p-0.5">
          {own && <Time start={value} text={time(value)} chosen onPick={() => undefined} />}
          {times?.map((slot) => (
            <Time
              key={slot.start}
              start={slot.start}
              text={time(slot.start)}
              chosen={sameTime(slot.start, value)}
              onPick={() => onChange(slot.start)}
            />
          ))}
        </div>
        {service && <OtherTime date={date} onChange={onChange} />}
        {error && (
          <p id={`${label}-error`} className="mt-1.5 flex items-start gap-1 text-xs text-danger">
            <AlertCircle aria-hidden className="mt-px size-3.5 shrink-0" />
            {error}
          </p>
        )}
      </div>
    </div>
  )
}

const sameTime = (a: string, b: string) => Date.parse(a) === Date.parse(b)

function Time({ start, text, chosen, onPick }: { start: string; text: string; chosen: boolean; onPick: () => void }) {
  return (
    <button
      type="button"
      data-testid="slot"
      data-start={start}
      aria-pressed={chosen}
      onClick={onPick}
      className={cn(
        'num h-9 rounded-control border text-sm font-medium max-md:h-11',
        chosen ? 'border-primary bg-primary text-on-primary' : 'bg-surface hover:bg-sunken',
      )}
    >
      {text}
    </button>
  )
}

/** For who walks in, or comes when nobody else is booked: whether it may be is the server's to say. */
function OtherTime({ date, onChange }: Pick<Props, 'date' | 'onChange'>) {
  const { t } = useTranslation('booking')
  const { localDate, zone } = useFormat()
  const [text, setText] = useState<string>()
  if (text === undefined) {
    return (
      <Button kind="ghost" size="sm" className="mt-2" onClick={() => setText('')}>
        {t('new.otherTime')}
      </Button>
    )
  }
  const now = new Date(Math.floor(timeNow() / 60_000) * 60_000)
  return (
    <div className="mt-2 flex items-center gap-2">
      <TimeInput
        label={t('new.otherTime')}
        value={text}
        onChange={(time) => {
          setText(time)
          if (time) onChange(new Date(instantOf(date, time, zone)).toISOString())
        }}
      />
      {date === localDate(now) && (
        <Button size="sm" onClick={() => onChange(now.toISOString())}>
          {t('new.now')}
        </Button>
      )}
    </div>
  )
}
