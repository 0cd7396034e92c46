import { timeNow } from '@/api/clock'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, CalendarDays, MessageSquare, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { contactQuery, useCan, useMe } from '@/api/queries'
import type { Schema } from '@frontdesk/shared/api'
import type { Appointment, Contact } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { contactAppointmentsQuery } from '@/parts/booking/api'
import { BookingSheet } from '@/parts/booking/BookingSheet'
import { nextAndPast } from '@/parts/booking/nextAndPast'
import { StatusChip } from '@/parts/booking/StatusChip'
import { ChannelIcon } from '@/parts/ChannelIcon'
import { contactConversationsQuery } from '@/parts/contact/api'
import { ContactSheet } from '@/parts/contact/ContactSheet'
import { ContactNotes } from '@/parts/ContactNotes'
import { MergeButton, RecentMerges } from '@/parts/merge/Merge'
import { useContactName } from '@/parts/useContactName'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, CardHead, Page } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { ErrorCard, Region, SkeletonRows } from '@/ui/states'
import { BlockButton } from './BlockButton'
import { ContactFiles } from './ContactFiles'

const route = getRouteApi('/app/$biz/contacts/$id')

export function ContactPage() {
  const { t } = useTranslation('contacts')
  const { biz, id } = route.useParams()
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const format = useFormat()
  const nameOf = useContactName()
  const maySeeAll = useCan('contacts.all')
  const contact = useQuery(contactQuery(id))
  const maySeeCalendar = useCan('calendar.see')
  const appointments = useQuery({ ...contactAppointmentsQuery(id), enabled: maySeeCalendar })
  const mayBook = useCan('calendar.change')
  const maySeeInbox = useCan('inbox.see')
  const conversations = useQuery({ ...contactConversationsQuery(id), enabled: maySeeInbox })
  if (contact.isPending) return <SkeletonRows className="mx-auto max-w-4xl p-6" />
  if (!contact.data) return <ErrorCard error={contact.error} onRetry={() => void contact.refetch()} />
  const { phone, email, language, identities = [], createdAt, blocked } = contact.data
  const name = nameOf(contact.data)
  const latest = conversations.data?.[0]
  const open = (next?: true) => void navigate({ search: { edit: next } })
  return (
    <Page>
      <header className="flex flex-wrap items-center gap-3">
        <Button kind="ghost" size="icon" asChild>
          <Link to="/app/$biz/contacts" params={{ biz }} aria-label={t('back')}>
            <ArrowLeft aria-hidden className="rtl:-scale-x-100" />
          </Link>
        </Button>
        <Avatar name={name} colorKey={id} size="lg" />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-xl font-semibold tracking-tight">
            <bdi>{name}</bdi>
          </h2>
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            {t('since', { date: format.date(createdAt) })}
            {blocked && <Chip tone="danger">{t('blocked')}</Chip>}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-1 max-md:w-full">
          {latest && (
            <Button kind="primary" className="me-1 max-md:w-full" asChild>
              <Link to="/app/$biz/inbox/$view/$conversation" params={{ biz, view: 'all', conversation: latest.id }}>
                <MessageSquare aria-hidden />
                {t('message')}
              </Link>
            </Button>
          )}
          <MergeButton contact={contact.data.id} />
          {maySeeAll && <BlockButton contact={contact.data} />}
          {maySeeAll && (
            <Button kind="ghost" size="sm" onClick={() => open(true)}>
              <Pencil aria-hidden />
              {t('edit')}
            </Button>
          )}
        </div>
      </header>
      {edit && maySeeAll && <ContactSheet contact={contact.data} onClose={() => open()} />}
      <RecentMerges contact={contact.data.id} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <div className="flex flex-col gap-4">
          {(phone || email || maySeeAll) && (
            <Card>
              <CardHead title={t('reach')} />
              <dl className="divide-y border-t text-sm [&>div]:flex [&>div]:min-h-11 [&>div]:items-center [&>div]:justify-between [&>div]:gap-3 [&>div]:px-4">
                {(phone || maySeeAll) && (
                  <div>
                    <dt className="text-muted">{t('phone')}</dt>
                    <dd className="num">{phone ? <bdi>{format.phone(phone)}</bdi> : t('unknown.phone')}</dd>
                  </div>
                )}
                {(email || maySeeAll) && (
                  <div>
                    <dt className="text-muted">{t('email')}</dt>
                    <dd className="truncate">{email ? <bdi>{email}</bdi> : t('unknown.email')}</dd>
                  </div>
                )}
                {maySeeAll && (
                  <div>
                    <dt className="text-muted">{t('language')}</dt>
                    <dd>{language ? format.language(language) : t('unknown.language')}</dd>
                  </div>
                )}
                {identities.map((identity) => (
                  <div key={identity.channelType + identity.address}>
                    <dt className="text-muted">
                      {t(`channel.${identity.channelType}`, { defaultValue: identity.channelType })}
                    </dt>
                    <dd className="min-w-0 truncate">
                      <bdi>{identity.name ?? identity.address}</bdi>
                    </dd>
                  </div>
                ))}
              </dl>
            </Card>
          )}
          {maySeeAll && (
            <Card>
              <CardHead title={t('notes')} />
              <div className="px-4 pb-4">
                <ContactNotes contact={contact.data} />
              </div>
            </Card>
          )}
        </div>
        <div className="flex flex-col gap-4">
          {maySeeCalendar && (
            <Card>
              <CardHead title={t('appointments')} action={mayBook && <NewBooking contact={contact.data} />} />
              <Region query={appointments} loading={<SkeletonRows rows={2} className="border-t" />}>
                {(list) => <NextAndPast appointments={list} />}
              </Region>
            </Card>
          )}
          {maySeeInbox && (
            <Card>
              <CardHead title={t('conversations')} />
              <Region query={conversations} loading={<SkeletonRows rows={2} className="border-t" />}>
                {(list) => <Conversations biz={biz} items={list} />}
              </Region>
            </Card>
          )}
          {maySeeInbox && <ContactFiles contact={id} />}
        </div>
      </div>
    </Page>
  )
}

function NewBooking({ contact: { id, name, phone } }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="ghost" size="sm" onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t('newAppointment')}
      </Button>
      <BookingSheet open={open} onOpenChange={setOpen} initial={{ contactId: id, name, phone }} />
    </>
  )
}

function Conversations({ biz, items }: { biz: string; items: Schema<'Conversation'>[] }) {
  const { t } = useTranslation('contacts')
  const { listTime, dateTime } = useFormat()
  if (items.length === 0) return <p className="border-t px-4 py-6 text-muted">{t('noConversations')}</p>
  return (
    <ul className="divide-y border-t">
      {items.map(({ id, channel, lastMessage, lastAt, status }) => (
        <li key={id}>
          <Link
            to="/app/$biz/inbox/$view/$conversation"
            params={{ biz, view: 'all', conversation: id }}
            className="flex min-h-14 items-center gap-3 px-4 py-2 outline-offset-[-2px]! hover:bg-canvas [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-muted"
          >
            <ChannelIcon type={channel.type} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">
                {t(`channel.${channel.type}`, { defaultValue: channel.name })}
              </span>
              <span className="block truncate text-sm text-muted">
                <bdi>{lastMessage ? lastMessage.text || t('file') : ''}</bdi>
              </span>
            </span>
            <span className="flex flex-col items-end gap-1">
              <time dateTime={lastAt} title={dateTime(lastAt)} className="text-xs text-muted">
                {listTime(lastAt)}
              </time>
              {status !== 'open' && <Chip>{t(`conversation.${status}`)}</Chip>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function NextAndPast({ appointments }: { appointments: Appointment[] }) {
  const { t } = useTranslation('contacts')
  if (appointments.length === 0) {
    return (
      <p className="flex items-center gap-2 border-t px-4 py-6 text-muted">
        <CalendarDays aria-hidden className="size-4" />
        {t('noAppointments')}
      </p>
    )
  }
  const { next, past } = nextAndPast(appointments, timeNow())
  return (
    <>
      <Appointments title={t('next')} items={next} />
      <Appointments title={t('past')} items={past} />
    </>
  )
}

function Appointments({ title, items }: { title: string; items: Appointment[] }) {
  const format = useFormat()
  const { slug } = useMe().tenant
  if (items.length === 0) return null
  return (
    <section className="border-t">
      <h3 className="px-4 pt-3 text-xs font-medium text-muted">{title}</h3>
      <ul className="divide-y">
        {items.map((appointment) => (
          <li key={appointment.id}>
            <Link
              to="/app/$biz/calendar"
              params={{ biz: slug }}
              search={{ date: format.localDate(appointment.start), booking: appointment.id }}
              className="flex min-h-12 items-center gap-3 px-4 outline-offset-[-2px]! hover:bg-sunken"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{appointment.serviceName}</span>
                <time dateTime={appointment.start} className="text-xs text-muted">
                  {format.dateTime(appointment.start)}
                </time>
              </span>
              <StatusChip status={appointment.status} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
