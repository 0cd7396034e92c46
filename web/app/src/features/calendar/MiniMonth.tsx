import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { formatMonth, formatDay } from '@frontdesk/shared/format'
import { useFormat } from '@/i18n/useFormat'
import { addMonths, monthGrid } from '@/parts/booking/dates'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** A month to jump in. */
export function MiniMonth({ date, today, onPick }: { date: string; today: string; onPick: (date: string) => void }) {
  const { t } = useTranslation('calendar')
  const { locale, weekday } = useFormat()
  const [month, setMonth] = useState(date.slice(0, 7))
  useEffect(() => setMonth(date.slice(0, 7)), [date])
  const noon = (day: string) => `${day}T12:00:00Z`
  return (
    <section aria-label={t('month.label')}>
      <div className="mb-2 flex items-center">
        <h2 className="font-semibold first-letter:uppercase">{formatMonth(noon(`${month}-15`), 'UTC', locale)}</h2>
        <Button
          kind="ghost"
          className="ms-auto size-7 p-0 max-lg:size-11"
          aria-label={t('month.previous')}
          onClick={() => setMonth(addMonths(month, -1))}
        >
          <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
        </Button>
        <Button
          kind="ghost"
          className="size-7 p-0 max-lg:size-11"
          aria-label={t('month.next')}
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <ChevronRight aria-hidden className="rtl:-scale-x-100" />
        </Button>
      </div>
      <div className="num grid grid-cols-7 gap-y-0.5 text-center text-xs">
        {weekdays.map((day) => (
          <span key={day} className="grid h-6 place-items-center text-muted" aria-label={weekday(day)} role="img">
            {weekday(day, 'narrow')}
          </span>
        ))}
        {monthGrid(month).map((day) => (
          <button
            key={day}
            type="button"
            aria-label={formatDay(noon(day), 'UTC', locale)}
            aria-current={day === today ? 'date' : undefined}
            aria-pressed={day === date}
            onClick={() => onPick(day)}
            className={cn(
              'h-[26px] rounded-control hover:bg-sunken max-lg:h-11 max-lg:text-sm',
              day.slice(0, 7) !== month && 'text-muted',
              day === today && 'font-semibold text-primary',
              day === date && 'bg-primary font-semibold text-on-primary hover:bg-primary-hover',
            )}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </section>
  )
}
