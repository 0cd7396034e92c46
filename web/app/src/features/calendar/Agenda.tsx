import { Ban, CalendarOff, Sparkles, UserPlus } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment, Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { StatusChip } from '@/parts/booking/StatusChip'
import type { TimeOff } from '@/parts/booking/timeOff'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/states'
import { listed } from './listed'
import type { AxisDay } from './grid'
import { TimeOffMenu } from './TimeOffMenu'

interface Props {
  days: AxisDay[]
  today: string
  bookings: Appointment[]
  timesOff: TimeOff[]
  providers: Map<string, Provider>
  mayChange: boolean
  onOpen: (booking: Appointment) => void
  onNew?: () => void
}

/** The same appointments as a list: for phones, and for those who hear the screen. */
export function Agenda({ days, today, bookings, timesOff, providers, mayChange, onOpen, onNew }: Props) {
  const { t } = useTranslation('calendar')
  const { day: dayText } = useFormat()
  // whom others see is not for a list
  const filled = listed(
    days,
    bookings.filter(({ busy }) => !busy),
    timesOff,
    today,
  )
  if (filled.every(({ entries }) => entries.length === 0)) {
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
    <div key={days[0]?.date} className="min-h-0 flex-1 overflow-y-auto bg-surface pb-20">
      {filled.map(({ day, entries }) => {
        const words = dayText(new Date((day.start + day.end) / 2))
        return (
          <section key={day.date} ref={day.date === today ? toTop : undefined} aria-label={words}>
            <h3 className="sticky top-0 z-10 border-b bg-canvas px-4 py-1.5 text-xs font-medium text-muted first-letter:uppercase">
              {words}
            </h3>
            {entries.length === 0 && <p className="border-b px-4 py-2.5 text-muted">{t('agenda.none')}</p>}
            <ul>
              {entries.map((entry) => (
                <li key={entry.id} className="border-b">
                  {'status' in entry ? (
                    <Row booking={entry} color={providers.get(entry.providerId)?.color ?? 8} onOpen={onOpen} />
                  ) : (
                    <TimeOffRow
                      timeOff={entry}
                      day={day}
                      provider={providers.get(entry.providerId)?.name}
                      mayChange={mayChange}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** The list begins at today, and what is over is above it. */
function toTop(section: HTMLElement | null) {
  const list = section?.parentElement
  if (list) list.scrollTop += section.getBoundingClientRect().top - list.getBoundingClientRect().top
}

const row = 'flex min-h-14 w-full items-center gap-3 px-4 py-2.5 text-start outline-offset-[-2px]! hover:bg-canvas'

interface RowProps {
  booking: Appointment
  color: number
  onOpen: (booking: Appointment) => void
}

function Row({ booking, color, onOpen }: RowProps) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  return (
    <button
      type="button"
      data-testid="booking-block"
      data-id={booking.id}
      data-start={booking.start}
      data-status={booking.status}
      onClick={() => onOpen(booking)}
      className={row}
    >
      <Hours from={time(booking.start)} to={time(booking.end)} />
      <span
        aria-hidden
        className="h-9 w-[3px] shrink-0 rounded-full"
        style={{ backgroundColor: `var(--color-chart-${color})` }}
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-1.5 font-semibold">
          <span className="truncate">{booking.contact.name}</span>
          {booking.firstVisit && (
            <UserPlus role="img" aria-label={t('block.newCustomer')} className="size-3.5 shrink-0 text-info" />
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
  )
}

interface TimeOffRowProps {
  timeOff: TimeOff
  day: AxisDay
  provider: string | undefined
  mayChange: boolean
}

/** As much of it as this day has. */
function TimeOffRow({ timeOff, day, provider, mayChange }: TimeOffRowProps) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  const start = Math.max(Date.parse(timeOff.start), day.start)
  const end = Math.min(Date.parse(timeOff.end), day.end)
  const allDay = start === day.start && end === day.end
  const [from, to] = [time(new Date(start)), time(new Date(end))]
  const what = timeOff.reason ?? t('block.blocked')
  return (
    <TimeOffMenu
      timeOff={timeOff}
      words={[what, allDay ? t('block.allDay') : `${from}–${to}`, provider]}
      mayChange={mayChange}
      className={row}
    >
      {allDay ? <span className="w-12 shrink-0 text-xs">{t('block.allDay')}</span> : <Hours from={from} to={to} />}
      <span aria-hidden className="h-9 w-[3px] shrink-0 rounded-full bg-control" />
      <span className="min-w-0 flex-1 text-muted">
        <span className="flex items-center gap-1.5 font-semibold">
          <Ban aria-hidden className="size-3.5 shrink-0" />
          <bdi className="truncate">{what}</bdi>
        </span>
        <span className="block truncate text-xs">{provider}</span>
      </span>
    </TimeOffMenu>
  )
}

function Hours({ from, to }: { from: string; to: string }) {
  return (
    <span className="num w-12 shrink-0 text-sm">
      {from}
      <span className="block text-xs text-muted">{to}</span>
    </span>
  )
}
