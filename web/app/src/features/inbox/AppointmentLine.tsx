import { Link } from '@tanstack/react-router'
import { CalendarCheck, CalendarClock, CalendarX, type LucideIcon } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { useCan, useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { membersQuery } from './api'
import { doneBy } from './appointments'
import { Line } from './SystemLine'
import type { Message } from './types'

const icons: Record<string, LucideIcon> = { moved: CalendarClock, cancelled: CalendarX }

/** What happened to the customer's appointment and through whom, with the way to it in the calendar. */
export function AppointmentLine({ message, deed }: { message: Message; deed: string }) {
  const { t } = useTranslation('inbox')
  const { shortDay, time, localDate } = useFormat()
  const { user, tenant } = useMe()
  const maySee = useCan('calendar.see')
  const { data: members = [] } = useQuery(membersQuery())
  const { appointment, event } = message
  const count = event?.times ?? 1
  const place = deed === 'moved' ? 'appointment.to' : count > 1 ? 'appointment.row' : 'appointment.at'
  const what = appointment
    ? t(place, {
        count,
        service: appointment.serviceName,
        provider: appointment.providerName,
        when: `${shortDay(appointment.start)} ${time(appointment.start)}`,
        every: t('appointment.every', { count: event?.everyWeeks ?? 1 }),
      })
    : t('appointment.some', { count })
  const name = members.find(({ id }) => id === event?.memberId)?.name ?? t('event.someone')
  const text = t(`appointment.${deed}.${doneBy(message, user.id)}`, { name, what })
  return (
    <Line icon={icons[deed] ?? CalendarCheck} at={message.at}>
      {appointment && maySee ? (
        <Link
          to="/app/$biz/calendar"
          params={{ biz: tenant.slug }}
          search={{ date: localDate(appointment.start), booking: appointment.id }}
          className="py-1 underline decoration-border underline-offset-2 hover:text-text hover:decoration-current"
        >
          {text}
        </Link>
      ) : (
        text
      )}
    </Line>
  )
}
