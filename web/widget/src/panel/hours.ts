import type { Business } from '../host'
import { fill, type Texts } from './texts'

/** Whether people are there, in words, in the business's own time. */
export function hoursLine(
  { open, timezone }: Pick<Business, 'open' | 'timezone'>,
  locale: string,
  texts: Texts,
  now = new Date(),
): string {
  if (open.now) {
    const closes = moment(open.closesAt, timezone, locale, now)
    return closes ? fill(texts.openUntil, { time: closes }) : texts.openNow
  }
  const opens = moment(open.opensAt, timezone, locale, now)
  return opens ? fill(texts.closedUntil, { time: opens }) : texts.closed
}

/** A time of today as a time, another with its day; what is no instant is shown as it came. */
export function moment(value: string | undefined, timeZone: string | undefined, locale: string, now: Date): string {
  if (!value) return ''
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return value
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date)
  const options: Intl.DateTimeFormatOptions = { timeZone, hour: 'numeric', minute: '2-digit' }
  if (day(at) !== day(now)) options.weekday = 'long'
  return new Intl.DateTimeFormat(locale, options).format(at)
}
