import { timeNow } from '@/api/clock'
import type { Schema } from '@frontdesk/shared/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight, CalendarDays, Sparkles } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { key, providersQuery, servicesQuery, useMe } from '@/api/queries'
import type { Appointment } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { useLive } from '@/live/live'
import { nextDate } from '@/parts/booking/dates'
import { StatusChip } from '@/parts/booking/StatusChip'
import { useNow } from '@/parts/useNow'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { cn } from '@/ui/cn'
import { Empty, Region, SkeletonRows } from '@/ui/states'
import { dayQuery, heldQuery } from './api'

export function Today() {
  const { t } = useTranslation('home')
  const { tenant } = useMe()
  const format = useFormat()
  const now = new Date(timeNow())
  const today = format.localDate(now)
  const tomorrow = nextDate(today)
  const appointments = useQuery(dayQuery(today, tomorrow))
  const held = useQuery(heldQuery(today, tomorrow)).data ?? []
  const cache = useQueryClient()
  useLive('slot.held', () => void cache.invalidateQueries({ queryKey: key('home-held') }))
  const calendar = `/app/${tenant.slug}/calendar` as string
  return (
    <Card data-testid="home-today">
      <CardHead
        title={t('today.title')}
        hint={t('today.now', { time: format.time(now), zone: format.zoneName() })}
        action={
          <Button kind="ghost" size="sm" asChild>
            <Link to={calendar}>
              {t('today.calendar')}
              <ArrowRight aria-hidden className="rtl:-scale-x-100" />
            </Link>
          </Button>
        }
      />
      <Region query={appointments} loading={<SkeletonRows rows={4} className="border-t" />}>
        {(list) => {
          const coming = list.filter(({ start }) => format.localDate(start) > today)
          return list.length - coming.length + held.length === 0 ? (
            <>
              <Empty
                icon={<CalendarDays />}
                title={t('today.none')}
                className={cn('border-t', coming.length > 0 && 'py-6')}
              >
                {coming.length === 0 && t('today.noneText')}
              </Empty>
              {coming.length > 0 && (
                <section className="border-t">
                  <h3 className="px-4 pt-3 text-xs font-medium text-muted">{t('today.coming')}</h3>
                  <ul className="divide-y">
                    {coming.map((each) => (
                      <Row key={each.id} appointment={each} dated />
                    ))}
                  </ul>
                </section>
              )}
            </>
          ) : (
            <ul className="divide-y border-t">
              {[...list.filter((each) => !coming.includes(each)), ...held]
                .sort((a, b) => a.start.localeCompare(b.start))
                .map((each) =>
                  'until' in each ? <HeldRow key={each.id} held={each} /> : <Row key={each.id} appointment={each} />,
                )}
            </ul>
          )
        }}
      </Region>
    </Card>
  )
}

function Row({ appointment, dated }: { appointment: Appointment; dated?: boolean }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const service = useQuery(servicesQuery()).data?.find(({ id }) => id === appointment.serviceId)
  const provider = useQuery(providersQuery()).data?.find(({ id }) => id === appointment.providerId)
  const cancelled = appointment.status === 'cancelled'
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <time dateTime={appointment.start} className="w-12 font-semibold">
        {format.time(appointment.start)}
      </time>
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-full"
        style={{ backgroundColor: `var(--color-chart-${provider?.color ?? 8})` }}
      />
      <div className="min-w-0 flex-1">
        <p className={cn('truncate font-medium', cancelled && 'line-through')}>{appointment.contact.name}</p>
        <p className="truncate text-xs text-muted first-letter:uppercase">
          {[dated && format.shortDay(appointment.start), service?.name, provider?.name].filter(Boolean).join(' · ')}
        </p>
      </div>
      {appointment.source === 'assistant' && (
        <Chip tone="ai">
          <Sparkles aria-hidden />
          {t('today.byAi')}
        </Chip>
      )}
      <StatusChip status={appointment.status} />
    </li>
  )
}

/** A time that somebody is choosing: it may become a booking, or be free again. */
function HeldRow({ held }: { held: Schema<'BookingHeldSlot'> }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const now = useNow(30_000)
  const provider = useQuery(providersQuery()).data?.find(({ id }) => id === held.providerId)
  const minutes = Math.max(1, Math.round((Date.parse(held.until) - now) / 60_000))
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <time dateTime={held.start} className="w-12 font-semibold">
        {format.time(held.start)}
      </time>
      <span aria-hidden className="size-2 shrink-0 rounded-full border-2 border-ai" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-ai">{t('today.held')}</p>
        <p className="truncate text-xs text-muted">
          {[provider?.name, t('today.heldFor', { duration: format.duration(minutes) })].filter(Boolean).join(' · ')}
        </p>
      </div>
      {held.source === 'assistant' && (
        <Chip tone="ai">
          <Sparkles aria-hidden />
          {t('today.byAi')}
        </Chip>
      )}
    </li>
  )
}
