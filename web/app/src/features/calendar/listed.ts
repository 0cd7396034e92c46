import type { AxisDay } from './grid'

interface Timed {
  start: string
  end: string
}

/** What stands under today and each day that has something: a booking where it begins, time off on every day it covers. */
export function listed<Booking extends Timed, Off extends Timed>(
  days: AxisDay[],
  bookings: Booking[],
  timesOff: Off[],
  today: string,
): { day: AxisDay; entries: (Booking | Off)[] }[] {
  return days
    .map((day, index) => {
      const begins = ({ start }: Timed) =>
        Date.parse(start) < day.end && (index === 0 || Date.parse(start) >= day.start)
      const covers = ({ start, end }: Timed) => Date.parse(start) < day.end && Date.parse(end) > day.start
      const entries = [...timesOff.filter(covers), ...bookings.filter(begins)]
      const from = ({ start }: Timed) => Math.max(Date.parse(start), day.start)
      return { day, entries: entries.sort((a, b) => from(a) - from(b)) }
    })
    .filter(({ day, entries }) => entries.length > 0 || day.date === today)
}
