import { TZDate } from '@date-fns/tz'
import { nextDate } from '@/parts/booking/dates'
import { startOfDate } from '@/parts/booking/instants'

/**
 * The calendar's time axis. A day is as long as it is: on the two days when clocks change it has 23 or 25 hours,
 * an hour that comes twice has two rows, and beside longer days an hour that does not exist is left out.
 */

export const hourHeight = 60
const hour = 3_600_000

export interface Axis {
  /** local times at which the rows begin; one that comes twice stands twice */
  labels: string[]
  days: AxisDay[]
}

export interface AxisDay {
  date: string
  start: number
  end: number
  /** the instant at which each row begins, or nothing where this day has no such hour */
  rows: (number | undefined)[]
}

function wallTime(instant: number, zone: string): string {
  const here = new TZDate(instant, zone)
  return `${String(here.getHours()).padStart(2, '0')}:${String(here.getMinutes()).padStart(2, '0')}`
}

export function makeAxis(dates: string[], zone: string): Axis {
  const days = dates.map((date) => {
    const start = startOfDate(date, zone)
    const end = startOfDate(nextDate(date), zone)
    const rows = new Map<string, number>()
    for (let at = start; at < end; at += hour) {
      const label = wallTime(at, zone)
      rows.set(rows.has(`${label} 1`) ? `${label} 2` : `${label} 1`, at)
    }
    return { date, start, end, rows }
  })
  const keys = [...new Set(days.flatMap(({ rows }) => [...rows.keys()]))].sort()
  return {
    labels: keys.map((key) => key.slice(0, 5)),
    days: days.map(({ rows, ...day }) => ({ ...day, rows: keys.map((key) => rows.get(key)) })),
  }
}

export const heightOf = (axis: Axis) => axis.labels.length * hourHeight

/** How far down an instant stands. What begins before the day or ends after it is cut there. */
export function topOf(day: AxisDay, instant: number): number {
  const at = Math.max(instant, day.start)
  const index = day.rows.findIndex((row) => row !== undefined && row <= at && at < row + hour)
  const row = day.rows[index]
  return row === undefined ? day.rows.length * hourHeight : (index + (at - row) / hour) * hourHeight
}

/** Where something ends: at the foot of its own hour, not below one that this day has not. */
export function bottomOf(day: AxisDay, instant: number): number {
  const at = Math.min(instant, day.end)
  const index = day.rows.findIndex((row) => row !== undefined && row < at && at <= row + hour)
  const row = day.rows[index]
  return row === undefined ? 0 : (index + (at - row) / hour) * hourHeight
}

/** The instant at a height, on the nearest quarter of an hour below. */
export function instantAt(day: AxisDay, y: number, snapMinutes = 15): number {
  const index = Math.min(day.rows.length - 1, Math.max(0, Math.floor(y / hourHeight)))
  const row = day.rows[index]
  if (row === undefined) return day.rows.slice(index).find((next) => next !== undefined) ?? day.end
  const minutes = Math.max(0, ((y - index * hourHeight) / hourHeight) * 60)
  return row + Math.floor(minutes / snapMinutes) * snapMinutes * 60_000
}

export interface Span {
  start: number
  end: number
}

/** What a day has besides these stretches: the hatched times. */
export function outside(open: Span[], day: Span): Span[] {
  const closed: Span[] = []
  let from = day.start
  for (const span of [...open].sort((a, b) => a.start - b.start)) {
    if (span.start > from) closed.push({ start: from, end: Math.min(span.start, day.end) })
    from = Math.max(from, span.end)
  }
  if (from < day.end) closed.push({ start: from, end: day.end })
  return closed.filter(({ start, end }) => start < end)
}
