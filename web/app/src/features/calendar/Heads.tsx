import { useTranslation } from '@/i18n/useTranslation'
import type { Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { initials } from '@/ui/avatar'
import { cn } from '@/ui/cn'
import { isOff } from './Block'
import { spanOf, type ColumnData } from './Column'
import { fullness } from './hours'

const taking = (column: ColumnData) => column.bookings.filter(({ status }) => !isOff(status))

/** Who, from when to when, and how full. */
export function ProviderHead({ provider, column }: { provider: Provider; column: ColumnData }) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  const full = fullness(column.open, taking(column).map(spanOf))
  const first = column.open[0]
  const last = column.open.at(-1)
  return (
    <>
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full text-[10px] font-semibold text-surface"
        style={{ backgroundColor: `var(--color-chart-${provider.color})` }}
      >
        {initials(provider.name)}
      </span>
      <div className="min-w-0">
        <h3 className="truncate text-xs font-semibold">{provider.name}</h3>
        <p className="num truncate text-xs text-muted">
          {first && last && full !== undefined
            ? t('head.full', { from: time(new Date(first.start)), to: time(new Date(last.end)), percent: full })
            : t('head.closed')}
        </p>
      </div>
    </>
  )
}

export function DayHead({ column, today, onOpen }: { column: ColumnData; today: boolean; onOpen: () => void }) {
  const { t } = useTranslation('calendar')
  const { shortDay } = useFormat()
  return (
    <button type="button" onClick={onOpen} className="min-w-0 rounded-control text-start">
      <span className={cn('block truncate text-xs font-semibold first-letter:uppercase', today && 'text-primary')}>
        {shortDay(new Date(column.day.start + 12 * 3_600_000))}
      </span>
      <span className="num block truncate text-xs text-muted">
        {column.open.length === 0 ? t('head.closed') : t('head.bookings', { count: taking(column).length })}
      </span>
    </button>
  )
}
