import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { key, providersQuery, useCan } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { hoursQuery } from '@/api/hours'
import { useLive } from '@/live/live'
import type { Appointment } from '@/api/types'
import { appointmentsQuery } from '@/parts/booking/api'
import { BookingSheet, type Initial } from '@/parts/booking/BookingSheet'
import { addDaysTo, laterOf, weekOf } from '@/parts/booking/dates'
import type { TimeOff } from '@/parts/booking/timeOff'
import { putBooking } from '@/parts/booking/upsert'
import { useNow } from '@/parts/useNow'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { ErrorCard, FilterChips, NoResult, SkeletonRows } from '@/ui/states'
import { Segmented } from '@/ui/tabs'
import { toast } from '@/ui/toast'
import { Agenda } from './Agenda'
import { holdsQuery, timesOffQuery, type HeldSlot } from './api'
import { isOff, movable } from './Block'
import { BlockTime, type Blocking } from './BlockTime'
import { dayColumns, weekColumns } from './columns'
import { ConflictCard } from './ConflictCard'
import { DetailSheet } from './DetailSheet'
import { makeAxis } from './grid'
import { DayHead, ProviderHead } from './Heads'
import { MiniMonth } from './MiniMonth'
import { MoveBar } from './MoveBar'
import { NoPeople } from './NoPeople'
import { People } from './People'
import { at, copyOf, inTheWay, original } from './shown'
import { readStatuses } from './StatusFilter'
import { TellCard } from './TellCard'
import { TimeGrid } from './TimeGrid'
import { Toolbar, type CalendarView } from './Toolbar'
import { useMoveMode } from './useMoveMode'
import { endOf, useMoves } from './useMoves'
import { useNews } from './useNews'
import { usePhone } from './usePhone'

const noHolds: HeldSlot[] = []
const noTimeOff: TimeOff[] = []

export function Calendar() {
  const { t } = useTranslation('calendar')
  const { t: words } = useTranslation('booking')
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
  const { data: holds = noHolds } = useQuery(holdsQuery(from, to))
  const { data: timesOff = noTimeOff } = useQuery({ ...timesOffQuery(from, to), placeholderData: keepPreviousData })
  const providersAsked = useQuery(providersQuery())
  const { news, ...telling } = useNews()
  const { move, cancel, pending, conflict, dismiss } = useMoves(telling.add)
  const [booking, setBooking] = useState<Initial>()
  const soon = { date: laterOf(date, today) }
  // after a reload where it was open, its words are in it again
  const initial = booking ?? (search.new && mayChange ? soon : undefined)
  const [blocking, setBlocking] = useState<Blocking>()
  const [choosing, setChoosing] = useState(false)

  useLive('appointment.changed', ({ appointment }) => putBooking(cache, appointment))
  const seesAll = useCan('calendar.all')
  useLive('calendar.changed', () => {
    if (seesAll) return
    for (const part of ['appointments', 'time-off']) void cache.invalidateQueries({ queryKey: key(part) })
  })
  useLive('time-off.changed', () => void cache.invalidateQueries({ queryKey: key('time-off') }))
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
  // a phone has room for one column, and chooses whose above it
  const oneColumn = phone && view === 'day'
  const shown = useMemo(() => {
    const chosen = new Set(search.who?.split(','))
    const all = providers.filter(({ id }) => search.who === undefined || chosen.has(id))
    return oneColumn ? all.slice(0, 1) : all
  }, [providers, search.who, oneColumn])
  const shownIds = useMemo(() => new Set(shown.map(({ id }) => id)), [shown])

  const statuses = useMemo(() => readStatuses(search.status), [search.status])

  const pendingIds = useMemo(() => new Set(Object.keys(pending)), [pending])
  const all = useMemo(
    () => (appointments.data ?? []).map((each) => at(each, pending[each.id])),
    [appointments.data, pending],
  )
  const visible = useMemo(
    () =>
      all
        .filter(({ providerId }) => shownIds.has(providerId) || !byId.has(providerId))
        .filter(({ status }) => statuses.length === 0 || statuses.includes(status)),
    [all, shownIds, byId, statuses],
  )
  const timesOffShown = useMemo(
    () => timesOff.filter(({ providerId }) => shownIds.has(providerId)),
    [timesOff, shownIds],
  )
  const columns = useMemo(() => {
    const holdsShown = holds.filter(({ providerId }) => shownIds.has(providerId))
    const content = { bookings: visible, holds: holdsShown, timesOff: timesOffShown, hours }
    return view === 'week' ? weekColumns(axis, shown, content) : dayColumns(axis.days[0]!, shown, content)
  }, [view, axis, shown, visible, holds, timesOffShown, shownIds, hours])

  const go = (change: Partial<typeof search>) =>
    void navigate({ to: '.', search: (known: object) => ({ ...known, ...change }), replace: true })
  const goStatuses = (chosen: typeof statuses) => go({ status: chosen.join() || undefined })
  const filters = statuses.map((status) => ({
    label: words(`status.${status}`),
    onRemove: () => goStatuses(statuses.filter((each) => each !== status)),
  }))
  const step = (by: number) => go({ date: addDaysTo(date, by * (view === 'day' ? 1 : 7)) })
  const openNew = (start?: number, providerId?: string) => {
    if (!mayChange) return
    setBooking(start && start > 0 ? { start: new Date(start).toISOString(), providerId } : { ...soon, providerId })
    go({ new: true })
  }
  const open = ({ id }: Appointment) => go({ booking: id })

  const mode = useMoveMode({
    columns,
    providers: byId,
    onDrop: (moved, target) => move(original(moved, appointments.data), target),
  })
  function beginMove() {
    const id = document.activeElement?.closest<HTMLElement>('[data-testid="booking-block"]')?.dataset.id
    const booking = all.find((each) => each.id === id)
    if (!booking) return toast.info(t('mode.chooseFirst'))
    if (movable(booking.status)) mode.begin(booking.id)
    else toast.info(t('mode.over', { name: booking.contact.name }))
  }

  useKeys({
    'calendar.move': mayMove && view !== 'agenda' ? beginMove : undefined,
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
    if (!isOff(status)) counts.set(providerId, (counts.get(providerId) ?? 0) + 1)
  }

  const month = (
    <MiniMonth
      date={date}
      today={today}
      onPick={(day) => {
        setChoosing(false)
        go({ date: day })
      }}
    />
  )
  const people = (
    <People
      providers={providers}
      shown={shownIds}
      counts={counts}
      onChange={(ids) => go({ who: ids.length === providers.length ? undefined : ids.join() })}
    />
  )

  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[240px_minmax(0,1fr)]">
      <aside className="flex flex-col gap-5 overflow-y-auto border-e bg-surface p-4 max-lg:hidden">
        {month}
        {people}
      </aside>
      <section aria-label={t('label')} className="relative flex min-h-0 min-w-0 flex-col">
        <Toolbar
          view={view}
          dates={view === 'day' ? [date] : dates}
          phone={phone}
          mayChange={mayChange}
          statuses={statuses}
          onStatuses={goStatuses}
          choosing={choosing}
          onChoosing={setChoosing}
          choice={
            <>
              {month}
              {!oneColumn && people}
            </>
          }
          onView={(next) => go({ view: next })}
          onToday={() => go({ date: undefined })}
          onStep={step}
          onNew={() => openNew()}
          onBlock={() => setBlocking({ date, providerId: shown.length === 1 ? shown[0]?.id : undefined })}
        />
        {filters.length > 0 && (
          <div className="border-b bg-surface px-4 py-2">
            <FilterChips filters={filters} />
          </div>
        )}
        {oneColumn && providers.length > 1 && (
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
        ) : shown.length === 0 ? (
          <NoPeople some={providers.length > 0} onAll={() => go({ who: undefined })} />
        ) : view === 'agenda' && filters.length > 0 && visible.length === 0 ? (
          <NoResult filters={[]} onClear={() => goStatuses([])} className="flex-1 bg-surface" />
        ) : view === 'agenda' ? (
          <Agenda
            days={axis.days}
            today={today}
            bookings={visible}
            timesOff={timesOffShown}
            providers={byId}
            mayChange={mayChange}
            onOpen={open}
            onNew={mayChange ? () => openNew() : undefined}
          />
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
            pending={pendingIds}
            mayChange={mayChange}
            mayMove={mayMove}
            now={now}
            moving={mode.moving}
            onOpen={open}
            onNew={openNew}
            onBlock={setBlocking}
            onMove={(moved, target) => void move(original(moved, appointments.data), target)}
          />
        )}
        {mode.moving && (
          <MoveBar moving={mode.moving} onStep={mode.step} onDrop={() => void mode.drop()} onCancel={mode.cancel} />
        )}
        <p role="status" aria-live="assertive" data-testid="speech" className="sr-only">
          {mode.spoken}
        </p>
        {phone && mayChange && !mode.moving && (
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
          others={all.filter((each) => inTheWay(each, conflict))}
          onClose={dismiss}
          onInsist={() =>
            void move(original(conflict.booking, appointments.data), { ...conflict.wanted, anyway: true })
          }
          onPick={(slot) => {
            const start = Date.parse(slot.start)
            const length = endOf(conflict.booking, conflict.wanted) - conflict.wanted.start
            void move(original(conflict.booking, appointments.data), {
              start,
              end: start + length,
              providerId: slot.providerId,
            })
          }}
        />
      )}
      {news && !conflict && (
        <TellCard
          key={news.id + news.version}
          booking={news}
          onTold={telling.told}
          onWriting={telling.onWriting}
          onClose={telling.close}
        />
      )}
      <BookingSheet
        open={initial !== undefined}
        onOpenChange={() => {
          setBooking(undefined)
          go({ new: undefined })
        }}
        initial={initial ?? {}}
      />
      {blocking && <BlockTime blocking={blocking} providers={providers} onClose={() => setBlocking(undefined)} />}
      <DetailSheet
        id={search.booking}
        known={appointments.data?.find(({ id, busy }) => id === search.booking && !busy)}
        onMove={move}
        onCancel={cancel}
        onCopy={(booking) => {
          go({ booking: undefined })
          setBooking(copyOf(booking, addDaysTo(localDate(booking.start), 7)))
        }}
        onClose={() => go({ booking: undefined })}
      />
    </div>
  )
}
