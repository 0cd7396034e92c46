import { TZDate } from '@date-fns/tz'
import { nextDate } from './dates'

/** The instant at which a local date begins, in milliseconds. */
export function startOfDate(date: string, zone: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return new TZDate(year, month - 1, day, 0, 0, 0, zone).getTime()
}

/** The instant of a local date and time, in milliseconds; 24:00 is the end of the day. */
export function instantOf(date: string, time: string, zone: string): number {
  if (time === '24:00') return startOfDate(nextDate(date), zone)
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new TZDate(year, month - 1, day, hours, minutes, 0, zone).getTime()
}
