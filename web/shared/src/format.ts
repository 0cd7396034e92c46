/** Dates, money and numbers as people of a language write them. The one place that touches `Intl`. */

type Instant = string | number | Date

/** Making a format costs a hundred times more than using it: each is made once. */
function kept<Options, Format>(make: (locale: string, options: Options) => Format) {
  const known = new Map<string, Format>()
  return (locale: string, options: Options): Format => {
    const key = locale + JSON.stringify(options)
    let format = known.get(key)
    if (!format) known.set(key, (format = make(locale, options)))
    return format
  }
}

const dates = kept((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(regional(locale), options))
const relatives = kept(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(regional(locale), options),
)
const languages = kept((locale) => new Intl.DisplayNames([locale], { type: 'language' }))
// in the language as it is: British English would say "mins" and write units otherwise
const numbers = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))

/** English without a region is British here: day before month, Monday first, as our businesses write. */
export function regional(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

const at = (instant: Instant) => new Date(instant)

/** Italian, of `it` · italiano; a code that is none, as it is. */
export function languageName(code: string, locale: string): string {
  return languages(locale, undefined).of(code) ?? code
}

/** 14:30 */
export function formatTime(instant: Instant, zone: string, locale: string): string {
  return dates(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at(instant))
}

/** Thu 5 Mar 2026 · gio 5 mar 2026 */
export function formatDate(instant: Instant, zone: string, locale: string): string {
  return plain(
    dates(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }).format(
      at(instant),
    ),
  )
}

/** Thursday 5 March · giovedì 5 marzo */
export function formatDay(instant: Instant, zone: string, locale: string): string {
  return plain(dates(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(at(instant)))
}

/** Thu 5 Mar · gio 5 mar */
export function formatShortDay(instant: Instant, zone: string, locale: string): string {
  return plain(dates(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).format(at(instant)))
}

/** March 2026 */
export function formatMonth(instant: Instant, zone: string, locale: string): string {
  return dates(locale, { month: 'long', year: 'numeric', timeZone: zone }).format(at(instant))
}

/** Thu 5 Mar 2026, 14:30 */
export function formatDateTime(instant: Instant, zone: string, locale: string): string {
  return `${formatDate(instant, zone, locale)}, ${formatTime(instant, zone, locale)}`
}

const plain = (text: string) => text.replaceAll(',', '')

/** 2026-03-05 in that zone: a key for a day, and what the API takes. */
export function localDate(instant: Instant, zone: string): string {
  return dates('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(at(instant))
}

/** "5 minutes ago" up to seven days, the date after that. */
export function formatRelative(instant: Instant, now: Instant, zone: string, locale: string): string {
  const seconds = Math.round((at(instant).getTime() - at(now).getTime()) / 1000)
  const size = Math.abs(seconds)
  if (size >= 7 * 86_400) return formatDate(instant, zone, locale)
  const relative = relatives(locale, { numeric: 'auto', style: 'short' })
  const hours = (text: string) => text.replace(/\bhrs?\b\.?/, 'h')
  if (size < 60) return relative.format(0, 'minute')
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), 'minute')
  if (size < 86_400) return hours(relative.format(Math.trunc(seconds / 3600), 'hour'))
  return relative.format(Math.trunc(seconds / 86_400), 'day')
}

/** What a list shows: the time today, "yesterday", a weekday within the week, else the date. */
export function formatListTime(instant: Instant, now: Instant, zone: string, locale: string): string {
  const day = localDate(instant, zone)
  if (day === localDate(now, zone)) return formatTime(instant, zone, locale)
  const age = (Date.parse(localDate(now, zone)) - Date.parse(day)) / 86_400_000
  if (age === 1) return relatives(locale, { numeric: 'auto' }).format(-1, 'day')
  if (age > 1 && age < 7) return dates(locale, { weekday: 'short', timeZone: zone }).format(at(instant))
  return dates(locale, { day: 'numeric', month: 'short', timeZone: zone }).format(at(instant))
}

/** From minor units, with the currency's own number of decimals: €1,234.50 · 1.234,50 € */
export function formatMoney(money: { amount: number; currency: string }, locale: string): string {
  const format = numbers(regional(locale), {
    style: 'currency',
    currency: money.currency,
    useGrouping: 'always',
  } as Intl.NumberFormatOptions)
  return format.format(money.amount / 10 ** decimalsOf(money.currency))
}

export function decimalsOf(currency: string): number {
  return numbers('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** 45 min · 1 h 30 min */
export function formatDuration(minutes: number, locale: string): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    numbers(locale, { style: 'unit', unit: name, unitDisplay: name === 'hour' ? 'narrow' : 'short' })
      .format(value)
      .replace(/(\d)([a-z])/i, '$1 $2')
      .replace('mins', 'min')
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return unit(rest, 'minute')
  return rest === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`
}

export function formatNumber(value: number, locale: string): string {
  return numbers(regional(locale), {}).format(value)
}

/** 0.872 → 87.2% · 87,2% */
export function formatPercent(part: number, locale: string): string {
  return numbers(regional(locale), { style: 'percent', maximumFractionDigits: 1 }).format(part)
}

/** With + or −, and nothing before zero. */
export function formatSigned(value: number, locale: string): string {
  return numbers(regional(locale), { signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(value)
}

/** 1.3 s · 1,3 s */
export function formatSeconds(value: number, locale: string): string {
  return numbers(locale, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    maximumFractionDigits: value < 10 ? 1 : 0,
  })
    .format(value)
    .replace(/(\d)([a-z])/i, '$1\u202f$2')
}

/** monday → Monday · lunedì */
export function weekdayName(day: string, locale: string, style: 'long' | 'short' | 'narrow' = 'long'): string {
  const index = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].indexOf(day)
  // 5 January 2026 was a Monday
  return dates(locale, { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + index))
}

/** Europe/Rome → Rome time · Ora dell'Europa centrale: the cities of zones are named in English only */
export function formatZone(zone: string, locale: string): string {
  if (locale.startsWith('en')) return `${zoneCity(zone)} time`
  const parts = dates(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(Date.now())
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zoneCity(zone)
}

/** Europe/Rome → Rome */
function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Europe/Rome → GMT+1 · in French UTC+1: as it is on that day, for who may be elsewhere */
export function formatOffset(instant: Instant, zone: string, locale: string): string {
  const parts = dates(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at(instant))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zoneCity(zone)
}

const callingCodes: Record<string, string> = {
  IT: '39',
  GB: '44',
  IE: '353',
  FR: '33',
  DE: '49',
  ES: '34',
  PT: '351',
  AT: '43',
  CH: '41',
  BE: '32',
  NL: '31',
  US: '1',
  CA: '1',
  AU: '61',
  NZ: '64',
  SM: '378',
  GR: '30',
  PL: '48',
  SE: '46',
  DK: '45',
  NO: '47',
  FI: '358',
}

/** Where a number is dialled with a 0 before it at home, which falls away from abroad. */
const withZero = new Set(['44', '353', '33', '49', '43', '41', '32', '31', '61', '64', '46', '358'])

/** How long the groups of a number are, by what it begins with; the last takes what is left. */
const groups: Record<string, [begins: RegExp, ...lengths: number[]][]> = {
  '1': [[/^/, 3, 3, 4]],
  '33': [[/^/, 1, 2, 2, 2, 2]],
  '34': [[/^/, 3, 2, 2, 2]],
  '39': [
    [/^0[26]/, 2, 4, 4],
    [/^0[^26]([159]|0)/, 3, 3, 4],
    [/^0/, 4, 3, 3],
  ],
  '44': [
    [/^2/, 2, 4, 4],
    [/^(1.?1|3|8|9)/, 3, 3, 4],
    [/^/, 4, 6],
  ],
  '49': [
    [/^(30|40|69|89)/, 2, 8],
    [/^(1[67]|[2-9].1)/, 3, 8],
    [/^/, 4, 7],
  ],
}

/** A stored +393331234567 as people write it, in groups: without the country when it is theirs. */
export function formatPhone(phone: string, country: string): string {
  const own = callingCodes[country]
  const code =
    own && phone.startsWith(`+${own}`)
      ? own
      : Object.values(callingCodes)
          .sort((a, b) => b.length - a.length)
          .find((each) => phone.startsWith(`+${each}`))
  if (!code) return phone
  const digits = phone.slice(code.length + 1)
  const [, ...lengths] = groups[code]?.find(([begins]) => begins.test(digits)) ?? [/^/, 3, 3, 4]
  const text = grouped(digits, lengths)
  if (code !== own) return `+${code} ${text}`
  return withZero.has(code) ? `0${text}` : text
}

function grouped(digits: string, lengths: number[]): string {
  const parts: string[] = []
  let rest = digits
  for (const length of lengths.slice(0, -1)) {
    parts.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return [...parts, rest].filter(Boolean).join(' ')
}

/** +39 02 5550 1234: for a field, where it is read by people of any country. */
export function formatPhoneAbroad(phone: string): string {
  return formatPhone(phone, '')
}
