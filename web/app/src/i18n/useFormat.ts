import { timeNow } from '@/api/clock'
import * as format from '@frontdesk/shared/format'
import { useTranslation } from './useTranslation'
import { useMe } from '@/api/queries'

/** The shared formats, bound to the language of the screen and the zone of the business. */
export function useFormat(): Formats {
  const { language } = useTranslation()
  const { timezone, country } = useMe().tenant
  return formats(language, timezone, country)
}

type Formats = ReturnType<typeof bound>

const known = new Map<string, Formats>()

/** One for the whole screen: every row of every list asks for it. */
function formats(locale: string, timezone: string, country: string): Formats {
  const name = [locale, timezone, country].join()
  let found = known.get(name)
  if (!found) known.set(name, (found = bound(locale, timezone, country)))
  return found
}

function bound(locale: string, timezone: string, country: string) {
  return {
    locale,
    zone: timezone,
    time: (instant: string | Date) => format.formatTime(instant, timezone, locale),
    date: (instant: string | Date) => format.formatDate(instant, timezone, locale),
    day: (instant: string | Date) => format.formatDay(instant, timezone, locale),
    shortDay: (instant: string | Date) => format.formatShortDay(instant, timezone, locale),
    dateTime: (instant: string | Date) => format.formatDateTime(instant, timezone, locale),
    listTime: (instant: string | Date) => format.formatListTime(instant, new Date(timeNow()), timezone, locale),
    relative: (instant: string | Date) => format.formatRelative(instant, new Date(timeNow()), timezone, locale),
    localDate: (instant: string | Date) => format.localDate(instant, timezone),
    money: (money: { amount: number; currency: string }) => format.formatMoney(money, locale),
    duration: (minutes: number) => format.formatDuration(minutes, locale),
    number: (value: number) => format.formatNumber(value, locale),
    percent: (part: number) => format.formatPercent(part, locale),
    signed: (value: number) => format.formatSigned(value, locale),
    seconds: (value: number) => format.formatSeconds(value, locale),
    phone: (phone: string) => format.formatPhone(phone, country),
    language: (code: string) => format.languageName(code, locale),
    zoneName: (zone: string = timezone) => format.formatZone(zone, locale),
    weekday: (day: string, style?: 'long' | 'short' | 'narrow') => format.weekdayName(day, locale, style),
  }
}
