import { CalendarOff, Sparkles, UserPlus } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment, Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { StatusChip } from '@/parts/booking/StatusChip'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/states'

interface Props {
  bookings: Appointment[]
  providers: Map<string, Provider>
  onOpen: (booking: Appointment) => void
  onNew?: () => void
}

/** The same appointments as a list: for phones, and for those who hear the screen. */
export function Agenda({ bookings, providers, onOpen, onNew }: Props) {
  const { t } = useTranslation('calendar')
  const { time, day, localDate } = useFormat()
  // whom others see is not for a list
  const sorted = bookings.filter(({ busy }) => !busy).sort((a, b) => a.start.localeCompare(b.start))
  const days = [...new Set(sorted.map(({ start }) => localDate(start)))]
  if (days.length === 0) {
    return (
      <Empty
        icon={<CalendarOff />}
        title={t('agenda.empty')}
        className="flex-1 bg-surface"
        action={
          onNew && (
            <Button kind="primary" onClick={onNew}>
              {t('toolbar.new')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface pb-20">
      {days.map((date) => {
        const own = sorted.filter(({ start }) => localDate(start) === date)
        return (
          <section key={date} aria-label={day(own[0]!.start)}>
            <h3 className="sticky top-0 z-10 border-b bg-canvas px-4 py-1.5 text-xs font-medium text-muted first-letter:uppercase">
              {day(own[0]!.start)}
            </h3>
            <ul>
              {own.map((booking) => (
                <li key={booking.id} className="border-b">
                  <button
                    type="button"
                    data-testid="booking-block"
                    data-id={booking.id}
                    data-start={booking.start}
                    data-status={booking.status}
                    onClick={() => onOpen(booking)}
                    className="flex min-h-14 w-full items-center gap-3 px-4 py-2.5 text-start outline-offset-[-2px]! hover:bg-canvas"
                  >
                    <span className="num w-12 shrink-0 text-sm">
                      {time(booking.start)}
                      <span className="block text-xs text-muted">{time(booking.end)}</span>
                    </span>
                    <span
                      aria-hidden
                      className="h-9 w-[3px] shrink-0 rounded-full"
                      style={{ backgroundColor: `var(--color-chart-${providers.get(booking.providerId)?.color ?? 8})` }}
                    />
                    <span className="min-w-0 flex-1">
                      <span className="flex items-center gap-1.5 font-semibold">
                        <span className="truncate">{booking.contact.name}</span>
                        {booking.firstVisit && (
                          <UserPlus
                            role="img"
                            aria-label={t('block.newCustomer')}
                            className="size-3.5 shrink-0 text-info"
                          />
                        )}
                        {booking.source === 'assistant' && (
                          <Sparkles role="img" aria-label={t('block.byAi')} className="size-3.5 shrink-0 text-ai" />
                        )}
                      </span>
                      <span className="block truncate text-xs text-muted">
                        {booking.serviceName} · {booking.providerName}
                      </span>
                    </span>
                    <StatusChip status={booking.status} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
