/** Weekly hours as the API has them, one stretch an entry; and by day, as people edit them. */

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

export interface Opening {
  day: Weekday
  open: string
  close: string
}

export type Stretch = Pick<Opening, 'open' | 'close'>
export type Week = Record<Weekday, Stretch[]>

export function toWeek(openings: readonly Opening[]): Week {
  const week = Object.fromEntries(weekdays.map((day) => [day, [] as Stretch[]])) as Week
  for (const { day, open, close } of openings) week[day].push({ open: open.slice(0, 5), close: close.slice(0, 5) })
  for (const day of weekdays) week[day].sort((a, b) => a.open.localeCompare(b.open))
  return week
}

export function toOpenings(week: Week): Opening[] {
  return weekdays.flatMap((day) => week[day].map((stretch) => ({ day, ...stretch })))
}

export type HoursProblem = 'order' | 'overlap' | 'missing'

/** Midnight at the end of a day may be written 00:00 or 24:00. */
const end = (close: string) => (close === '00:00' ? '24:00' : close)

/** What is wrong with each stretch of a day, told before the server has to. Of two that overlap it is the later one. */
export function problemsOf(stretches: readonly Stretch[]): (HoursProblem | undefined)[] {
  return stretches.map(({ open, close }, index) => {
    if (!open || !close) return 'missing'
    if (open >= end(close)) return 'order'
    const begun = stretches.filter((other, at) => other.open < open || (other.open === open && at < index))
    return begun.some((other) => open < end(other.close)) ? 'overlap' : undefined
  })
}

export const problemOf = (stretches: readonly Stretch[]) => problemsOf(stretches).find((problem) => problem)

/** A second stretch after the last one: an hour's break, then four hours, within the day. */
export function nextStretch(stretches: readonly Stretch[]): Stretch {
  const last = stretches.at(-1)
  if (!last) return { open: '09:00', close: '18:00' }
  const hour = Math.min(Number(last.close.slice(0, 2)) + 1, 22)
  const minutes = last.close.slice(3)
  const clock = (value: number) => `${String(value).padStart(2, '0')}:${minutes}`
  return { open: clock(hour), close: hour + 4 > 23 ? '23:59' : clock(hour + 4) }
}
