import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import type { Appointment, HoursException } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { appointmentsQuery } from '@/parts/booking/api'
import { nextDate } from '@/parts/booking/dates'
import { Checkbox } from '@/ui/checkbox'
import { changedDays, outside } from './stranded'

const clock = (zone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })

/**
 * Before days are closed or cut short: who is booked then is shown, and `mayGo` stays false until it is said that they
 * may come all the same.
 */
export function useStranded(zone: string, provider?: string) {
  const cache = useQueryClient()
  const [stranded, setStranded] = useState<Appointment[]>([])
  const [accepted, setAccepted] = useState(false)
  const [asked, setAsked] = useState('')

  const mayGo = async (before: HoursException[], now: HoursException[]): Promise<boolean> => {
    const question = JSON.stringify(changedDays(before, now))
    if (accepted && asked === question) return true
    setAsked(question)
    setAccepted(false)
    const time = clock(zone)
    const days = await Promise.all(
      changedDays(before, now).map(async (day) => {
        const bookings = await cache.fetchQuery({ ...appointmentsQuery(day.date, nextDate(day.date)), staleTime: 0 })
        const theirs = bookings.filter(({ providerId }) => !provider || providerId === provider)
        return outside(theirs, day, (instant) => time.format(new Date(instant)))
      }),
    )
    setStranded(days.flat())
    return days.flat().length === 0
  }
  const notice: ReactNode = stranded.length > 0 && (
    <Notice stranded={stranded} accepted={accepted} onAccept={setAccepted} />
  )
  return { mayGo, notice, reset: () => setStranded([]) }
}

interface NoticeProps {
  stranded: Appointment[]
  accepted: boolean
  onAccept: (accepted: boolean) => void
}

function Notice({ stranded, accepted, onAccept }: NoticeProps) {
  const { t } = useTranslation('services')
  const { slug } = useMe().tenant
  const format = useFormat()
  const id = useId()
  return (
    <section role="alert" data-testid="stranded" className="flex flex-col gap-2 rounded-card bg-warning-soft p-4">
      <h3 className="font-semibold text-warning">{t('stranded.title', { count: stranded.length })}</h3>
      <ul className="flex flex-col gap-1">
        {stranded.map((booking) => (
          <li key={booking.id} className="flex flex-wrap gap-x-2">
            <Link
              to="/app/$biz/calendar"
              params={{ biz: slug }}
              search={{ date: format.localDate(booking.start), booking: booking.id }}
              className="font-medium underline underline-offset-2"
            >
              <bdi>{booking.contact.name}</bdi>
            </Link>
            <span>
              {format.dateTime(booking.start)} · {booking.serviceName}
            </span>
          </li>
        ))}
      </ul>
      <label htmlFor={id} className="flex min-h-8 items-center gap-2.5">
        <Checkbox id={id} checked={accepted} onCheckedChange={(checked) => onAccept(checked === true)} />
        {t('stranded.keep')}
      </label>
    </section>
  )
}
