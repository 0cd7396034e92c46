import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { key, providersQuery, useCan } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { hoursQuery } from '@/api/hours'
import { useLive } from '@/live/live'
import type { Appointment } from '@/api/types'
import { appointmentsQuery } from '@/parts/booking/api'
import { BookingSheet, type Initial } from '@/parts/booking/BookingSheet'
import { addDaysTo, weekOf } from '@/parts/booking/dates'
import { putBooking } from '@/parts/booking/upsert'
import { useNow } from '@/parts/useNow'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { Segmented } from '@/ui/tabs'
import { Agenda } from './Agenda'
import { holdsQuery, type HeldSlot } from './api'
import { dayColumns, weekColumns } from './columns'
import { ConflictCard } from './ConflictCard'
import { DetailSheet } from './DetailSheet'
import { makeAxis } from './grid'
import { DayHead, ProviderHead } from './Heads'
import { MiniMonth } from './MiniMonth'
import { People } from './People'
import { TimeGrid } from './TimeGrid'
import { useMoves } from './useMoves'
import { usePhone } from './usePhone'

export type CalendarView = 'day' | 'week' | 'agenda'

export function Calendar() {
  const { t } = useTranslation('calendar')
  const search = useSearch({ from: '/app/$biz/calendar' })
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { zone, localDate } = useFormat()
  const phone = usePhone()
  const now = useNow(30_000)
  const mayChange = useCan('calendar.change')
  const mayMove = useCan('calendar.move') || mayChange
  const today = localDate(new Date(now))
  const date = search.date ?? today
  // a phone has room for one day or a list
  const view: CalendarView = phone && search.view !== 'day' ? 'agenda' : (search.view ?? 'day')
  const dates = useMemo(() => (view === 'day' ? [date] : weekOf(date)), [view, date])
  const axis = useMemo(() => makeAxis(dates, zone), [dates, zone])
  const from = new Date(axis.days[0]!.start).toISOString()
  const to = new Date(axis.days.at(-1)!.end).toISOString()

  const appointments = useQuery({ ...appointmentsQuery(from, to), placeholderData: keepPreviousData })
  const { data: hours } = useQuery(hoursQuery())
  const { data: holds = [] } = useQuery(holdsQuery(from, to))
  const providersAsked = useQuery(providersQuery())
  const { move, pending, conflict, dismiss } = useMoves()
  const [booking, setBooking] = useState<Initial>()

  useLive('appointment.changed', ({ appointment }) => putBooking(cache, appointment))
  useLive('slot.held', (held) =>
    cache.setQueriesData<HeldSlot[]>({ queryKey: key('holds') }, (known) => {
      const others = known?.filter(({ id }) => id !== held.id)
      return others && ('released' in held ? others : [...others, held])
    }),
  )

  const providers = useMemo(
    () => (providersAsked.data ?? []).filter(({ archived }) => !archived),
    [providersAsked.data],
  )
  const byId = useMemo(() => new Map((providersAsked.data ?? []).map((each) => [each.id, each])), [providersAsked.data])
  const shown = useMemo(() => {
    const chosen = new Set(search.who?.split(','))
    const all = providers.filter(({ id }) => search.who === undefined || chosen.has(id))
    // one column on a phone
    return phone && view === 'day' ? all.slice(0, 1) : all
  }, [providers, search.who, phone, view])
  const shownIds = useMemo(() => new Set(shown.map(({ id }) => id)), [shown])

  const all = useMemo(
    () => (appointments.data ?? []).map((each) => at(each, pending[each.id])),
    [appointments.data, pending],
  )
  const visible = useMemo(
    () => all.filter(({ providerId }) => shownIds.has(providerId) || !byId.has(providerId)),
    [all, shownIds, byId],
  )
  const columns = useMemo(() => {
    const content = { bookings: visible, holds: holds.filter(({ providerId }) => shownIds.has(providerId)), hours }
    return view === 'week' ? weekColumns(axis, shown, content) : dayColumns(axis.days[0]!, shown, content)
  }, [view, axis, shown, visible, holds, shownIds, hours])

  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '.', search: (known: object) => ({ ...known, ...change }), replace: true })
  const step = (by: number) => go({ date: addDaysTo(date, by * (view === 'day' ? 1 : 7)) })
  const openNew = (start?: number, providerId?: string) =>
    mayChange && setBooking({ start: start && start > 0 ? new Date(start).toISOString() : undefined, providerId })
  const open = ({ id }: Appointment) => go({ booking: id })

  useKeys({
    'calendar.new': () => openNew(),
    'calendar.today': () => go({ date: undefined }),
    'calendar.day': () => go({ view: 'day' }),
    'calendar.week': () => go({ view: 'week' }),
    'calendar.agenda': () => go({ view: 'agenda' }),
    'calendar.previous': () => step(-1),
    'calendar.next': () => step(1),
  })

  const counts = new Map<string, number>()
  for (const { providerId, status } of all) {
    if (status !== 'cancelled') counts.set(providerId, (counts.get(providerId) ?? 0) + 1)
  }

  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[240px_minmax(0,1fr)]">
      <aside className="flex flex-col gap-5 overflow-y-auto border-e bg-surface p-4 max-lg:hidden">
        <MiniMonth date={date} today={today} onPick={(day) => go({ date: day })} />
        <People
          providers={providers}
          shown={shownIds}
          counts={counts}
          onChange={(ids) => go({ who: ids.length === providers.length ? undefined : ids.join() })}
        />
      </aside>
      <section aria-label={t('label')} className="relative flex min-h-0 min-w-0 flex-col">
        <Toolbar
          view={view}
          dates={view === 'day' ? [date] : dates}
          phone={phone}
          mayChange={mayChange}
          onView={(next) => go({ view: next })}
          onToday={() => go({ date: undefined })}
          onStep={step}
          onNew={() => openNew()}
        />
        {phone && view === 'day' && providers.length > 1 && (
          <Segmented
            label={t('people.title')}
            className="mx-4 my-2 overflow-x-auto [&_button]:shrink-0 [&_button]:whitespace-nowrap"
            value={shown[0]?.id ?? ''}
            onChange={(id) => go({ who: id })}
            options={providers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {appointments.isError && !appointments.data ? (
          <ErrorCard
            error={appointments.error}
            onRetry={() => void appointments.refetch()}
            className="flex-1 bg-surface"
          />
        ) : !appointments.data || !hours || !providersAsked.data ? (
          <SkeletonRows rows={7} className="flex-1 bg-surface" />
        ) : view === 'agenda' ? (
          <Agenda bookings={visible} providers={byId} onOpen={open} onNew={mayChange ? openNew : undefined} />
        ) : columns.length === 0 ? (
          <Empty
            title={providers.length === 0 ? t('empty.noProviders') : t('empty.nobody')}
            className="flex-1 bg-surface"
          >
            {providers.length === 0 ? t('empty.noProvidersText') : t('empty.nobodyText')}
          </Empty>
        ) : (
          <TimeGrid
            axis={axis}
            columns={columns}
            heads={columns.map((column, index) =>
              view === 'week' ? (
                <DayHead
                  key={column.id}
                  column={column}
                  today={column.id === today}
                  onOpen={() => go({ date: column.id, view: 'day' })}
                />
              ) : (
                <ProviderHead key={column.id} provider={shown[index]!} column={column} />
              ),
            )}
            providers={byId}
            pending={new Set(Object.keys(pending))}
            mayChange={mayChange}
            mayMove={mayMove}
            now={now}
            onOpen={open}
            onNew={openNew}
            onMove={(moved, target) => void move(original(moved, appointments.data), target)}
          />
        )}
        {phone && mayChange && (
          <Button
            kind="primary"
            className="absolute end-4 bottom-4 z-30 size-14! rounded-full p-0 shadow-float"
            aria-label={t('toolbar.new')}
            onClick={() => openNew()}
          >
            <Plus aria-hidden className="size-6!" />
          </Button>
        )}
      </section>
      {conflict && (
        <ConflictCard
          conflict={conflict}
          onClose={dismiss}
          onPick={(slot) => void move(conflict.booking, { start: Date.parse(slot.start), providerId: slot.providerId })}
        />
      )}
      <BookingSheet
        open={booking !== undefined}
        onOpenChange={(on) => !on && setBooking(undefined)}
        initial={booking ?? {}}
      />
      <DetailSheet
        id={search.booking}
        known={appointments.data?.find(({ id }) => id === search.booking)}
        onMove={move}
        onClose={() => go({ booking: undefined })}
      />
    </div>
  )
}

/** An appointment as if its move had been agreed to. */
function at(booking: Appointment, target: { start: number; providerId: string } | undefined): Appointment {
  if (!target) return booking
  const length = Date.parse(booking.end) - Date.parse(booking.start)
  return {
    ...booking,
    providerId: target.providerId,
    start: new Date(target.start).toISOString(),
    end: new Date(target.start + length).toISOString(),
  }
}

function original(shown: Appointment, stored: Appointment[] | undefined): Appointment {
  return stored?.find(({ id }) => id === shown.id) ?? shown
}

interface ToolbarProps {
  view: CalendarView
  dates: string[]
  phone: boolean
  mayChange: boolean
  onView: (view: CalendarView) => void
  onToday: () => void
  onStep: (by: number) => void
  onNew: () => void
}

function Toolbar({ view, dates, phone, mayChange, onView, onToday, onStep, onNew }: ToolbarProps) {
  const { t } = useTranslation('calendar')
  const { shortDay, day, zone } = useFormat()
  const noon = (date: string) => new Date(makeAxis([date], zone).days[0]!.start + 12 * 3_600_000)
  const first = noon(dates[0]!)
  const title =
    dates.length === 1
      ? phone
        ? shortDay(first)
        : day(first)
      : `${shortDay(first)} – ${shortDay(noon(dates.at(-1)!))}`
  const views: CalendarView[] = phone ? ['agenda', 'day'] : ['day', 'week', 'agenda']
  return (
    <header className="flex min-h-[52px] flex-wrap items-center gap-2 border-b bg-surface px-4 py-2">
      <Button size="sm" className="max-md:h-11" onClick={onToday}>
        {t('toolbar.today')}
      </Button>
      <Button kind="ghost" size="icon" aria-label={t('toolbar.previous')} onClick={() => onStep(-1)}>
        <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <Button kind="ghost" size="icon" aria-label={t('toolbar.next')} onClick={() => onStep(1)}>
        <ChevronRight aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <h2 aria-live="polite" className="truncate text-lg font-semibold tracking-tight first-letter:uppercase">
        {title}
      </h2>
      <div className="ms-auto flex items-center gap-2">
        <Segmented<CalendarView>
          label={t('view.label')}
          value={view}
          onChange={onView}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {mayChange && !phone && (
          <Button kind="primary" size="sm" onClick={onNew}>
            <Plus aria-hidden />
            {t('toolbar.new')}
            <kbd aria-hidden className="rounded-sm border border-current/35 px-1.5 font-sans text-2xs">
              N
            </kbd>
          </Button>
        )}
      </div>
    </header>
  )
}
