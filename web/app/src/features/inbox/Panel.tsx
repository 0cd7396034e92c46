import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarPlus, Pencil, Plus } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { timeNow } from '@/api/clock'
import { contactQuery, useCan, useMe } from '@/api/queries'
import type { Appointment, Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { lazyWithTexts } from '@/i18n/lazyWithTexts'
import { BookingSheet } from '@/parts/booking/BookingSheet'
import { contactAppointmentsQuery } from '@/parts/booking/api'
import { nextAndPast } from '@/parts/booking/nextAndPast'
import { StatusChip } from '@/parts/booking/StatusChip'
import { ContactLink } from '@/parts/ContactLink'
import { ContactNotes } from '@/parts/ContactNotes'
import { MergeButton, RecentMerges } from '@/parts/merge/Merge'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Skeleton } from '@/ui/states'
import { ratingsQuery } from './api'
import { LabelMenu, OwnLabels } from './LabelChoice'
import type { Conversation } from './types'
import type { Actions } from './useActions'
import { useContactName } from '@/parts/useContactName'

const ContactSheet = lazyWithTexts(
  () => import('@/parts/contact/ContactSheet').then(({ ContactSheet }) => ContactSheet),
  'contact',
)

/** Who writes: how they are reached, what they have booked, what we know. */
export function Panel({ conversation, actions }: { conversation: Conversation; actions: Actions }) {
  const { t } = useTranslation('inbox')
  const { relative } = useFormat()
  const nameOf = useContactName()
  const { data: contact } = useQuery({ ...contactQuery(conversation.contact.id), enabled: useCan('contacts.see') })
  const maySeeAll = useCan('contacts.all')
  const name = nameOf(conversation.contact)
  return (
    <div className="flex flex-col">
      <Block>
        <div className="flex items-center gap-3">
          <Avatar name={name} colorKey={conversation.contact.id} />
          <div className="min-w-0 flex-1">
            <h2 className="truncate font-semibold">
              <ContactLink id={conversation.contact.id}>
                <bdi>{name}</bdi>
              </ContactLink>
            </h2>
            {contact && <p className="text-xs text-muted">{t('panel.since', { when: relative(contact.createdAt) })}</p>}
          </div>
          {contact && maySeeAll && <EditButton key={contact.id} contact={contact} />}
        </div>
        {conversation.blocked && (
          <div>
            <Chip tone="danger">{t('chip.blocked')}</Chip>
          </div>
        )}
      </Block>
      <CustomerRating conversation={conversation.id} />
      <Appointments conversation={conversation} />
      <Block title={t('panel.labels')} action={<LabelMenu conversation={conversation} actions={actions} />}>
        <OwnLabels ids={conversation.labelIds} />
      </Block>
      <Identities conversation={conversation} contact={contact} />
      {contact && maySeeAll && (
        <Block title={t('panel.notes')}>
          <ContactNotes key={contact.id} contact={contact} />
        </Block>
      )}
    </div>
  )
}

function EditButton({ contact }: { contact: Contact }) {
  const { t } = useTranslation('inbox')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="ghost" size="sm" className="-me-2" onClick={() => setOpen(true)}>
        <Pencil aria-hidden />
        {t('panel.edit')}
      </Button>
      <Suspense>{open && <ContactSheet contact={contact} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

function Block({ title, action, children }: { title?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 border-b px-4 py-3.5 last:border-0">
      {title && (
        <div className="flex min-h-7 items-center gap-2">
          <h3 className="text-base font-semibold">{title}</h3>
          {action && <div className="ms-auto -me-2">{action}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

/** What the customer thought of the conversation, once they were asked. */
function CustomerRating({ conversation }: { conversation: string }) {
  const { t } = useTranslation('inbox')
  const { relative } = useFormat()
  const rating = useQuery(ratingsQuery(conversation)).data?.customer
  if (!rating) return null
  return (
    <Block title={t('panel.rating')}>
      <div data-testid="customer-rating" data-score={rating.score} className="flex flex-col gap-1 text-sm">
        <p className="flex items-center gap-2">
          <span aria-hidden className="text-warning">
            {'★'.repeat(rating.score)}
            {'☆'.repeat(5 - rating.score)}
          </span>
          <span className="num">{t('panel.ratingOf', { score: rating.score })}</span>
          <time dateTime={rating.at} className="text-xs text-muted">
            {relative(rating.at)}
          </time>
        </p>
        {rating.comment && <p dir="auto">{rating.comment}</p>}
      </div>
    </Block>
  )
}

function Appointments({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('inbox')
  const maySee = useCan('calendar.see')
  const mayBook = useCan('calendar.change')
  const [booking, setBooking] = useState(false)
  const { data } = useQuery({ ...contactAppointmentsQuery(conversation.contact.id), enabled: maySee })
  if (!maySee) return null
  const { next, past } = nextAndPast(data ?? [], timeNow())
  return (
    <>
      <Block
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
        {!data && <Skeleton className="h-14" />}
        {data && next.length === 0 && (
          <p className="flex items-center gap-2 text-sm text-muted">
            <CalendarPlus aria-hidden className="size-4" />
            {t('panel.none')}
          </p>
        )}
        {next.map((each) => (
          <AppointmentCard key={each.id} appointment={each} />
        ))}
      </Block>
      {past.length > 0 && (
        <Block title={t('panel.past')}>
          {past.slice(0, 5).map((each) => (
            <AppointmentCard key={each.id} appointment={each} />
          ))}
        </Block>
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

function AppointmentCard({ appointment }: { appointment: Appointment }) {
  const { tenant } = useMe()
  const { localDate, shortDay, time, locale, zone } = useFormat()
  const { start, end } = appointment
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(start))
  return (
    <Link
      to="/app/$biz/calendar"
      params={{ biz: tenant.slug }}
      search={{ date: localDate(start), booking: appointment.id }}
      className="flex items-center gap-3 rounded-card border px-3 py-2.5 hover:bg-sunken"
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
  )
}

function Identities({ conversation, contact }: { conversation: Conversation; contact: Contact | undefined }) {
  const { t } = useTranslation('inbox')
  const { phone } = useFormat()
  const shown = contact ?? conversation.contact
  const rows: [string, string][] = []
  if (shown.phone) rows.push([t('panel.phone'), phone(shown.phone)])
  if (shown.email) rows.push([t('panel.email'), shown.email])
  for (const { channelType, address, name } of contact?.identities ?? []) {
    const own = /^\+?\d{6,15}$/.test(address)
      ? phone(address.startsWith('+') ? address : `+${address}`)
      : name || shown.name
    rows.push([t(`channel.${channelType}`, { defaultValue: channelType }), own])
  }
  return (
    <Block title={t('panel.channels')} action={<MergeButton contact={conversation.contact.id} />}>
      <RecentMerges contact={conversation.contact.id} />
      <dl className="flex flex-col gap-2 text-sm">
        {rows.map(([label, value], index) => (
          <div key={index} className="flex justify-between gap-3">
            <dt className="shrink-0 text-muted">{label}</dt>
            <dd className="num min-w-0 truncate">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Block>
  )
}
