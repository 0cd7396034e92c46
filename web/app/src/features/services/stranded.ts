import type { Appointment, HoursException } from '@/api/types'

/** The days that are new or other than they were. */
export function changedDays(before: HoursException[], now: HoursException[]): HoursException[] {
  const known = new Set(before.map((day) => JSON.stringify(day)))
  return now.filter((day) => !known.has(JSON.stringify(day)))
}

/**
 * Bookings of a day that fall outside its new hours.
 *
 * @param timeOf the local time of an instant, as 09:30
 */
export function outside(
  bookings: Appointment[],
  day: HoursException,
  timeOf: (instant: string) => string,
): Appointment[] {
  const open = day.open?.slice(0, 5) ?? '00:00'
  const close = day.close?.slice(0, 5) ?? '24:00'
  const until = close === '00:00' ? '24:00' : close
  return bookings
    .filter(({ status }) => status === 'requested' || status === 'confirmed')
    .filter(({ start, end }) => day.closed || timeOf(start) < open || timeOf(end) > until)
    .sort((a, b) => a.start.localeCompare(b.start))
}
