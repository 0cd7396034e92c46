import type { Appointment, BusinessHours, Provider } from '@/api/types'
import type { TimeOff } from '@/parts/booking/timeOff'
import type { HeldSlot } from './api'
import type { ColumnData } from './Column'
import type { Axis, AxisDay, Span } from './grid'
import { openOn } from './hours'

interface Content {
  bookings: Appointment[]
  holds: HeldSlot[]
  timesOff: TimeOff[]
  hours: BusinessHours | undefined
}

const closedAlways: BusinessHours = { weekly: [], exceptions: [] }

const during =
  (day: AxisDay) =>
  ({ start, end }: { start: string; end: string }): boolean =>
    Date.parse(start) < day.end && Date.parse(end) > day.start

/** A column for each person, on one day. */
export function dayColumns(
  day: AxisDay,
  providers: Provider[],
  { bookings, holds, timesOff, hours }: Content,
): ColumnData[] {
  const here = bookings.filter(during(day))
  return providers.map((provider) => {
    const { spans, reason } = openOn(day.date, provider, hours ?? closedAlways)
    return {
      id: provider.id,
      providerId: provider.id,
      day,
      open: spans,
      reason,
      bookings: here.filter(({ providerId }) => providerId === provider.id),
      holds: holds.filter(during(day)).filter(({ providerId }) => providerId === provider.id),
      timesOff: timesOff.filter(during(day)).filter(({ providerId }) => providerId === provider.id),
    }
  })
}

/** A column for each day, with everybody in it; open while anybody works. A single person stays the one booked. */
export function weekColumns(
  axis: Axis,
  providers: Provider[],
  { bookings, holds, timesOff, hours }: Content,
): ColumnData[] {
  return axis.days.map((day) => {
    const open = providers.map((provider) => openOn(day.date, provider, hours ?? closedAlways))
    const spans: Span[] = open.flatMap((each) => each.spans)
    return {
      id: day.date,
      providerId: providers.length === 1 ? providers[0]?.id : undefined,
      day,
      open: spans,
      reason: spans.length === 0 ? open.find(({ reason }) => reason)?.reason : undefined,
      bookings: bookings.filter(during(day)),
      holds: holds.filter(during(day)),
      timesOff: timesOff.filter(during(day)),
    }
  })
}
