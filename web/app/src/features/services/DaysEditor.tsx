import { CalendarPlus, Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { formatDate } from '@frontdesk/shared/format'
import { timeNow } from '@/api/clock'
import type { HoursException } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { TimeInput } from '@/parts/TimeInput'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Input } from '@/ui/input'
import { Switch } from '@/ui/switch'
import { holidaysFrom } from './holidays'

interface Props {
  days: HoursException[]
  onChange: (days: HoursException[]) => void
  /** whose holidays are offered */
  country?: string
}

/** Days that differ from the week: holidays, vacations, a late opening. */
export function DaysEditor({ days, onChange, country }: Props) {
  const { t, language } = useTranslation('services')
  const sorted = [...days].sort((a, b) => a.date.localeCompare(b.date))
  return (
    <>
      <ul className="divide-y border-t empty:border-0">
        {sorted.map((day) => (
          <li key={day.date} className="flex items-center gap-3 px-4 py-2">
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
              <time dateTime={day.date} className="min-w-32 font-medium">
                {formatDate(`${day.date}T12:00:00Z`, 'UTC', language)}
              </time>
              {day.closed ? (
                <Chip>{t('days.closed')}</Chip>
              ) : (
                <span className="num">
                  {day.open?.slice(0, 5)}–{day.close?.slice(0, 5)}
                </span>
              )}
              <span className="min-w-0 [overflow-wrap:anywhere] text-muted max-sm:w-full">{day.reason}</span>
            </div>
            <Button
              kind="ghost"
              size="icon"
              aria-label={t('days.remove', { date: day.date })}
              onClick={() => onChange(days.filter(({ date }) => date !== day.date))}
            >
              <Trash2 aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      {country && <Holidays country={country} days={days} onAdd={(more) => onChange([...days, ...more])} />}
      <NewDay onAdd={(day) => onChange([...days.filter(({ date }) => date !== day.date), day])} />
    </>
  )
}

/** One press closes the national holidays of the coming year that are not in the list yet. */
function Holidays({ country, days, onAdd }: { country: string; days: HoursException[]; onAdd: Props['onChange'] }) {
  const { t, language } = useTranslation('services')
  const { localDate } = useFormat()
  const known = new Set(days.map(({ date }) => date))
  const missing = holidaysFrom(country, localDate(new Date(timeNow()))).filter(({ date }) => !known.has(date))
  if (missing.length === 0) return null
  const place = new Intl.DisplayNames(language, { type: 'region' }).of(country)
  return (
    <div className="flex flex-wrap items-center gap-3 border-t px-4 py-3">
      <Button
        onClick={() => onAdd(missing.map(({ date, name }) => ({ date, closed: true, reason: t(`holiday.${name}`) })))}
      >
        <CalendarPlus aria-hidden />
        {t('days.holidays', { count: missing.length })}
      </Button>
      <p className="text-sm text-muted">{t('days.holidaysHint', { place })}</p>
    </div>
  )
}

function NewDay({ onAdd }: { onAdd: (day: HoursException) => void }) {
  const { t } = useTranslation('services')
  const id = useId()
  const [date, setDate] = useState('')
  const [open, setOpen] = useState(false)
  const [times, setTimes] = useState({ open: '09:00', close: '13:00' })
  const [reason, setReason] = useState('')
  const ready = date !== '' && (!open || times.open < times.close)
  const add = () => {
    const base = { date, closed: !open, ...(reason.trim() && { reason: reason.trim() }) }
    onAdd(open ? { ...base, ...times } : base)
    setDate('')
    setReason('')
  }
  return (
    <div className="flex flex-wrap items-center gap-3 border-t px-4 py-3">
      <Input
        type="date"
        aria-label={t('days.date')}
        value={date}
        onChange={(event) => setDate(event.target.value)}
        className="num w-40"
      />
      <div className="flex items-center gap-2">
        <Switch id={id} checked={open} onCheckedChange={setOpen} />
        <label htmlFor={id}>{t('days.open')}</label>
      </div>
      {open && (
        <div className="flex items-center gap-2">
          <TimeInput
            label={t('days.from')}
            value={times.open}
            onChange={(from) => setTimes({ ...times, open: from })}
          />
          <span aria-hidden>–</span>
          <TimeInput label={t('days.to')} value={times.close} onChange={(to) => setTimes({ ...times, close: to })} />
        </div>
      )}
      <Input
        aria-label={t('days.reason')}
        placeholder={t('days.reason')}
        value={reason}
        maxLength={120}
        onChange={(event) => setReason(event.target.value)}
        className="min-w-32 flex-1"
      />
      <Button disabled={!ready} onClick={add}>
        <Plus aria-hidden />
        {t('days.add')}
      </Button>
    </div>
  )
}
