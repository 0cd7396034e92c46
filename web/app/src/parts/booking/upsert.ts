import type { QueryClient } from '@tanstack/react-query'
import { heardOf } from '@/api/cache'
import { key } from '@/api/queries'
import type { Appointment } from '@/api/types'

/** Whether an appointment stands in a list of these days. */
export function overlaps(booking: { start: string; end: string }, from: string, to: string): boolean {
  return Date.parse(booking.start) < Date.parse(to) && Date.parse(booking.end) > Date.parse(from)
}

/** Puts a changed appointment into a list, or takes it out. What is older than what is known changes nothing. */
export function upserted(list: Appointment[], booking: Appointment, stays: boolean): Appointment[] {
  const known = list.find(({ id }) => id === booking.id)
  if (known && known.version > booking.version) return list
  const others = known ? list.filter((each) => each !== known) : list
  return stays ? [...others, booking] : others
}

/** Brings an appointment up to date in every list of days that is kept. */
export function putBooking(cache: QueryClient, booking: Appointment): void {
  for (const [queryKey, list] of cache.getQueriesData<Appointment[]>({ queryKey: key('appointments') })) {
    const days = queryKey.at(-1) as { from: string; to: string } | string
    // Home keeps a list of its own, and asks again
    if (typeof days === 'string') continue
    const { from, to } = days
    if (list) cache.setQueryData(queryKey, upserted(list, booking, overlaps(booking, from, to)))
    heardOf(cache, queryKey)
  }
  if (booking.contact.id) void cache.invalidateQueries({ queryKey: key('appointments-of', booking.contact.id) })
  void cache.invalidateQueries({ queryKey: key('free-times') })
}
