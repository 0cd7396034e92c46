import type { Appointment } from '@/api/types'
import { isOff } from './Block'
import type { ColumnData } from './Column'
import { instantAt, topOf, type Span } from './grid'

/** Where an appointment would go. */
export interface Place extends Span {
  /** by its number from the start of the grid */
  column: number
}

export type Press = 'up' | 'down' | 'left' | 'right' | 'longer' | 'shorter'

export const quarter = 15 * 60_000

/** One press of a key further. At the edges it stays. */
export function stepped(place: Place, press: Press, columns: ColumnData[]): Place {
  const { column, start, end } = place
  const day = columns[column]!.day
  const length = end - start
  switch (press) {
    case 'up':
    case 'down': {
      const by = press === 'up' ? -quarter : quarter
      const to = Math.max(day.start, Math.min(start + by, day.end - length))
      return { column, start: to, end: to + length }
    }
    case 'left':
    case 'right': {
      const next = column + (press === 'left' ? -1 : 1)
      const other = columns[next]
      if (!other) return place
      const to = other.day === day ? start : instantAt(other.day, topOf(day, start), 5)
      return { column: next, start: to, end: to + length }
    }
    case 'longer':
      return { ...place, end: Math.min(end + quarter, Math.max(end, day.end)) }
    case 'shorter':
      return { ...place, end: length > quarter ? end - quarter : end }
  }
}

export interface Obstacle {
  /** who or what has the time already */
  taken?: string
  /** who gives it is kept free then */
  away?: boolean
  /** nobody works then */
  closed?: boolean
}

/** What would speak against it, as far as this screen knows: the server is the judge. */
export function obstacle(place: Place, booking: Appointment, columns: ColumnData[]): Obstacle {
  const column = columns[place.column]!
  const provider = column.providerId ?? booking.providerId
  const overlaps = ({ start, end }: { start: string; end: string }) =>
    Date.parse(start) < place.end && Date.parse(end) > place.start
  const other = column.bookings.find(
    (each) => each.id !== booking.id && each.providerId === provider && !isOff(each.status) && overlaps(each),
  )
  if (other) return { taken: other.contact.name }
  const away = column.timesOff.find((each) => each.providerId === provider && overlaps(each))
  if (away) return { away: true }
  const open = column.open.some(({ start, end }) => start <= place.start && place.end <= end)
  return open ? {} : { closed: true }
}
