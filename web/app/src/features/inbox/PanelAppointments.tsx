import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarPlus, MessageSquareShare, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { timeNow } from '@/api/clock'
import { useCan, useMe } from '@/api/queries'
import type { Appointment } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { BookingSheet } from '@/parts/booking/BookingSheet'
import { contactAppointmentsQuery } from '@/parts/booking/api'
import { nextAndPast } from '@/parts/booking/nextAndPast'
import { StatusChip } from '@/parts/booking/StatusChip'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Skeleton } from '@/ui/states'
import { whenFor } from './appointments'
import { PanelBlock } from './PanelBlock'
import type { Conversation } from './types'

interface Props {
  conversation: Conversation
  onInsert?: (text: string) => void
}

/** What is booked, what was, and how often nobody came. */
export function PanelAppointments({ conversation, onInsert }: Props) {
  const { t } = useTranslation('inbox')
  const { tenant } = useMe()
  const maySee = useCan('calendar.see')
  const mayBook = useCan('calendar.change')
  const [booking, setBooking] = useState(false)
  const { data } = useQuery({ ...contactAppointmentsQuery(conversation.contact.id), enabled: maySee })
  if (!maySee) return null
  const { next, past } = nextAndPast(data ?? [], timeNow())
  const noShows = past.filter(({ status }) => status === 'no-show').length
  return (
    <>
      <PanelBlock
        title={t('panel.next')}
        action={
          mayBook && (
            <Button kind="ghost" size="sm" onClick={() => setBooking(true)}>
              <Plus aria-hidden />
              {t('panel.newBooking')}
            </Button>
          )
        }
      >
        {noShows > 0 && (
          <div>
            <Chip tone="warning" data-testid="no-shows">
              {t('panel.noShows', { count: noShows })}
            </Chip>
          </div>
        )}
        {!data && <Skeleton className="h-14" />}
        {data && next.length === 0 && (
          <p className="flex items-center gap-2 text-sm text-muted">
            <CalendarPlus aria-hidden className="size-4" />
            {t('panel.none')}
          </p>
        )}
        {next.map((each) => (
          <AppointmentCard
            key={each.id}
            appointment={each}
            onInsert={onInsert && (() => onInsert(whenFor(each.start, conversation.contact, tenant)))}
          />
        ))}
      </PanelBlock>
      {past.length > 0 && (
        <PanelBlock title={t('panel.past')}>
          {past.slice(0, 5).map((each) => (
            <AppointmentCard key={each.id} appointment={each} />
          ))}
        </PanelBlock>
      )}
      <BookingSheet
        open={booking}
        onOpenChange={setBooking}
        initial={{
          contactId: conversation.contact.id,
          name: conversation.contact.name,
          phone: conversation.contact.phone,
        }}
      />
    </>
  )
}

function AppointmentCard({ appointment, onInsert }: { appointment: Appointment; onInsert?: () => void }) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const { localDate, shortDay, time, locale, zone } = useFormat()
  const { start, end } = appointment
  const insert = t('panel.insert', { when: `${shortDay(start)} ${time(start)}` })
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(start))
  return (
    <div className="flex rounded-card border">
      <Link
        to="/app/$biz/calendar"
        params={{ biz: slug }}
        search={{ date: localDate(start), booking: appointment.id }}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-card px-3 py-2.5 hover:bg-sunken"
      >
        <span aria-hidden className="w-10 shrink-0 overflow-hidden rounded-[8px] border text-center">
          <span className="block bg-primary text-[10px] leading-[14px] font-semibold text-on-primary uppercase">
            {part({ month: 'short' })}
          </span>
          <span className="num block bg-surface text-lg font-bold">{part({ day: 'numeric' })}</span>
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm font-semibold">{appointment.serviceName}</span>
          <span className="num block truncate text-xs text-muted">
            {shortDay(start)} {time(start)}–{time(end)}
          </span>
          <span className="mt-1 flex items-center gap-2 text-xs text-muted">
            <StatusChip status={appointment.status} />
            <span className="truncate">{appointment.providerName}</span>
          </span>
        </span>
      </Link>
      {onInsert && (
        <Button
          kind="ghost"
          size="icon"
          className="m-1.5 ms-0 self-center"
          aria-label={insert}
          title={insert}
          onClick={onInsert}
        >
          <MessageSquareShare aria-hidden className="rtl:-scale-x-100" />
        </Button>
      )}
    </div>
  )
}
