import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import type { Place } from './Block'

/** Somebody else's appointment, of which no more is told. */
export function Busy({ booking, place }: { booking: Appointment; place: Place }) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  return (
    <div
      data-testid="busy-block"
      data-start={booking.start}
      style={{
        top: place.top + 1,
        height: Math.max(18, place.height - 2),
        insetInlineStart: `calc(${(place.lane / place.lanes) * 100}% + 4px)`,
        width: `calc(${100 / place.lanes}% - 12px)`,
      }}
      className="absolute z-5 overflow-hidden rounded-control border border-s-[3px] border-s-control bg-sunken px-2 py-1 text-xs text-muted"
    >
      <p className="font-semibold">{t('busy')}</p>
      <p className="num truncate">
        {time(booking.start)}–{time(booking.end)}
      </p>
    </div>
  )
}
