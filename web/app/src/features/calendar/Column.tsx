import { useDroppable } from '@dnd-kit/core'
import { memo, useMemo, type Ref } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { Appointment, Provider } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { cn } from '@/ui/cn'
import type { HeldSlot } from './api'
import type { TimeOff } from '@/parts/booking/timeOff'
import { Block, isOff } from './Block'
import type { Blocking } from './BlockTime'
import { Busy } from './Busy'
import { EmptyTime } from './EmptyTime'
import { bottomOf, hourHeight, outside, topOf, type AxisDay, type Span } from './grid'
import { sideBySide } from './layout'
import { quarter } from './move'
import { TimeOffBlock } from './TimeOffBlock'
import type { Moving } from './useMoveMode'

export interface ColumnData {
  /** a provider's id or a date */
  id: string
  day: AxisDay
  /** whom a click on empty time books; none where a day holds everybody */
  providerId?: string
  open: Span[]
  reason?: string
  bookings: Appointment[]
  holds: HeldSlot[]
  timesOff: TimeOff[]
}

interface Props {
  column: ColumnData
  providers: Map<string, Provider>
  pending: ReadonlySet<string>
  mayChange: boolean
  mayMove: boolean
  now: number
  /** the appointment on its way by keys, where this column is where it would go */
  arriving?: Moving
  leaving?: string
  /** where the keyboard is, in this column */
  cursor?: number
  cursorRef: Ref<HTMLButtonElement>
  onResize: (booking: Appointment, minutes: number) => void
  onOpen: (booking: Appointment) => void
  onNew: (start: number | undefined, providerId: string | undefined) => void
  onBlock: (blocking: Blocking) => void
}

/** Where blocks are dropped. */
export function Column(props: Props) {
  const { column } = props
  const { setNodeRef, isOver } = useDroppable({ id: column.id, data: { column } })
  return (
    <div
      ref={setNodeRef}
      data-testid="calendar-column"
      data-column={column.id}
      className={cn('relative border-s', isOver && 'bg-primary-soft/40')}
      style={{ height: column.day.rows.length * hourHeight }}
    >
      <Content {...props} />
    </div>
  )
}

/** What stands in it: not drawn again while something is dragged over it. */
const Content = memo(function Content({
  column,
  providers,
  pending,
  mayChange,
  mayMove,
  now,
  onOpen,
  onNew,
  ...rest
}: Props) {
  const { arriving, leaving, cursor, cursorRef, onResize, onBlock } = rest
  const { t } = useTranslation('calendar')
  const { day, bookings, holds, timesOff, open, reason, providerId } = column
  const closed = useMemo(() => outside(open, day), [open, day])
  const placed = useMemo(() => sideBySide(bookings, spanOf), [bookings])
  const merged = providerId === undefined
  return (
    <>
      {closed.map(({ start, end }) => (
        <div
          key={start}
          className="absolute inset-x-0 grid place-items-center bg-[repeating-linear-gradient(135deg,var(--color-sunken)_0_6px,transparent_6px_12px)] text-xs text-muted"
          style={{ top: topOf(day, start), height: bottomOf(day, end) - topOf(day, start) }}
        >
          {reason && <span className="rounded-full bg-surface px-2">{reason}</span>}
        </div>
      ))}
      {day.rows.map((row, index) => (
        <div
          key={index}
          className={cn(
            'pointer-events-none absolute inset-x-0 border-b',
            row === undefined && 'grid place-items-center bg-sunken text-2xs text-muted',
          )}
          style={{ top: index * hourHeight, height: hourHeight }}
        >
          {row === undefined && t('grid.noSuchHour')}
        </div>
      ))}
      {mayChange && (
        <EmptyTime
          day={day}
          onNew={(start) => onNew(start, providerId)}
          onBlock={(span) => onBlock({ date: day.date, providerId, ...span })}
        />
      )}
      {timesOff.map((timeOff) => (
        <TimeOffBlock
          key={timeOff.id}
          timeOff={timeOff}
          day={day}
          provider={merged ? providers.get(timeOff.providerId)?.name : undefined}
          mayChange={mayChange}
        />
      ))}
      {bookings.map((booking) => (
        <Buffers key={booking.id} booking={booking} day={day} />
      ))}
      {placed.map(({ item, lane, lanes }) => {
        const { start, end } = spanOf(item)
        const provider = providers.get(item.providerId)
        const place = { top: topOf(day, start), height: bottomOf(day, end) - topOf(day, start), lane, lanes }
        if (item.busy) return <Busy key={item.id} booking={item} place={place} />
        return (
          <Block
            key={item.id}
            booking={item}
            color={provider?.color ?? 8}
            provider={merged ? (provider?.name ?? item.providerName) : undefined}
            place={place}
            pending={pending.has(item.id)}
            mayMove={mayMove}
            leaving={item.id === leaving}
            onOpen={() => onOpen(item)}
            onResize={(minutes) => onResize(item, minutes)}
          />
        )
      })}
      {holds.map((hold) => (
        <Ghost key={hold.id} hold={hold} day={day} now={now} />
      ))}
      {arriving && <Arriving moving={arriving} day={day} />}
      {cursor !== undefined && (
        <Slot
          at={cursor}
          day={day}
          ref={cursorRef}
          provider={providerId && providers.get(providerId)?.name}
          closed={!open.some((span) => span.start <= cursor && cursor < span.end)}
          onPress={() => onNew(cursor, providerId)}
        />
      )}
      {now >= day.start && now < day.end && (
        <div
          aria-hidden
          data-testid="now-line"
          className="pointer-events-none absolute inset-x-0 z-20 border-t-2 border-danger before:absolute before:-start-1 before:-top-[5px] before:size-2 before:rounded-full before:bg-danger"
          style={{ top: topOf(day, now) }}
        />
      )}
    </>
  )
})

export function spanOf(booking: Appointment): Span {
  return { start: Date.parse(booking.start), end: Date.parse(booking.end) }
}

/** The time before and after that is kept free: striped. */
function Buffers({ booking, day }: { booking: Appointment; day: AxisDay }) {
  if (isOff(booking.status)) return null
  const { start, end } = spanOf(booking)
  const spans = [
    { start: start - booking.bufferBeforeMinutes * 60_000, end: start },
    { start: end, end: end + booking.bufferAfterMinutes * 60_000 },
  ].filter((span) => span.end > span.start)
  return spans.map((span) => (
    <div
      key={span.start}
      aria-hidden
      className="pointer-events-none absolute start-1 end-2 rounded-sm bg-[repeating-linear-gradient(135deg,var(--color-border)_0_2px,transparent_2px_6px)]"
      style={{ top: topOf(day, span.start), height: bottomOf(day, span.end) - topOf(day, span.start) }}
    />
  ))
}

function Ghost({ hold, day, now }: { hold: HeldSlot; day: AxisDay; now: number }) {
  const { t } = useTranslation('calendar')
  const { time, duration } = useFormat()
  const left = Math.ceil((Date.parse(hold.until) - now) / 60_000)
  if (left <= 0) return null
  const top = topOf(day, Date.parse(hold.start))
  return (
    <div
      data-testid="hold"
      data-start={hold.start}
      className="pointer-events-none absolute start-1 end-2 z-10 overflow-hidden rounded-control border border-s-[3px] border-dashed border-ai bg-surface/80 px-2 py-1 text-xs text-ai"
      style={{ top: top + 1, height: bottomOf(day, Date.parse(hold.end)) - top - 2 }}
    >
      <p className="truncate font-semibold">{t('grid.held', { time: duration(left) })}</p>
      <p className="num truncate">
        {time(hold.start)}–{time(hold.end)} · {t(`source.${hold.source}`, { defaultValue: hold.source })}
      </p>
    </div>
  )
}

/** Where an appointment that is moved by keys would go. */
function Arriving({ moving, day }: { moving: Moving; day: AxisDay }) {
  const { time } = useFormat()
  const { booking, place, warning } = moving
  const top = topOf(day, place.start)
  return (
    <div
      ref={(element) => element?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })}
      aria-hidden
      data-testid="move-ghost"
      data-start={new Date(place.start).toISOString()}
      className={cn(
        'pointer-events-none absolute start-1 end-2 z-20 overflow-hidden rounded-control border-2 border-dashed px-2 py-1 text-xs shadow-float',
        warning ? 'border-warning bg-warning-soft text-warning' : 'border-primary bg-primary-soft text-primary',
      )}
      style={{ top: top + 1, height: Math.max(18, bottomOf(day, place.end) - top - 2) }}
    >
      <p className="num truncate font-semibold">
        {time(new Date(place.start))}–{time(new Date(place.end))} · {booking.contact.name}
      </p>
    </div>
  )
}

interface SlotProps {
  at: number
  day: AxisDay
  provider: string | undefined
  closed: boolean
  onPress: () => void
  ref: Ref<HTMLButtonElement>
}

/** A quarter of an hour that the arrows have come to. Seen while it has the focus. */
function Slot({ at, day, provider, closed, onPress, ref }: SlotProps) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  const words = [t('grid.bookAt', { time: time(new Date(at)) }), provider, closed && t('head.closed')]
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={-1}
      data-testid="slot-cursor"
      data-start={new Date(at).toISOString()}
      aria-label={words.filter(Boolean).join(', ')}
      onClick={onPress}
      className="num absolute start-1 end-2 z-20 rounded-control bg-primary-soft px-2 text-start text-2xs font-semibold text-primary opacity-0 focus:opacity-100"
      style={{ top: topOf(day, at), height: bottomOf(day, at + quarter) - topOf(day, at) }}
    >
      {time(new Date(at))}
    </button>
  )
}
