import { addDaysTo } from '@/parts/booking/dates'

/** The national holidays of some countries, reckoned, so that nobody has to type them. */

/** A day of every year, as 12-25, or so many days from Easter Sunday; `since` the first year it is kept. */
type Rule = { name: HolidayName; day: string; since?: number } | { name: HolidayName; fromEaster: number }

export type HolidayName =
  | 'newYear'
  | 'epiphany'
  | 'goodFriday'
  | 'easter'
  | 'easterMonday'
  | 'liberation'
  | 'labour'
  | 'victory'
  | 'ascension'
  | 'whitMonday'
  | 'corpusChristi'
  | 'republic'
  | 'bastille'
  | 'assumption'
  | 'unity'
  | 'saintFrancis'
  | 'hispanic'
  | 'austria'
  | 'allSaints'
  | 'armistice'
  | 'constitution'
  | 'immaculate'
  | 'christmas'
  | 'secondChristmas'

const everywhere: Rule[] = [
  { name: 'newYear', day: '01-01' },
  { name: 'labour', day: '05-01' },
  { name: 'christmas', day: '12-25' },
]

const rules: Record<string, Rule[]> = {
  IT: [
    ...everywhere,
    { name: 'epiphany', day: '01-06' },
    { name: 'easter', fromEaster: 0 },
    { name: 'easterMonday', fromEaster: 1 },
    { name: 'liberation', day: '04-25' },
    { name: 'republic', day: '06-02' },
    { name: 'assumption', day: '08-15' },
    { name: 'saintFrancis', day: '10-04', since: 2026 },
    { name: 'allSaints', day: '11-01' },
    { name: 'immaculate', day: '12-08' },
    { name: 'secondChristmas', day: '12-26' },
  ],
  FR: [
    ...everywhere,
    { name: 'easterMonday', fromEaster: 1 },
    { name: 'victory', day: '05-08' },
    { name: 'ascension', fromEaster: 39 },
    { name: 'whitMonday', fromEaster: 50 },
    { name: 'bastille', day: '07-14' },
    { name: 'assumption', day: '08-15' },
    { name: 'allSaints', day: '11-01' },
    { name: 'armistice', day: '11-11' },
  ],
  DE: [
    ...everywhere,
    { name: 'goodFriday', fromEaster: -2 },
    { name: 'easterMonday', fromEaster: 1 },
    { name: 'ascension', fromEaster: 39 },
    { name: 'whitMonday', fromEaster: 50 },
    { name: 'unity', day: '10-03' },
    { name: 'secondChristmas', day: '12-26' },
  ],
  AT: [
    ...everywhere,
    { name: 'epiphany', day: '01-06' },
    { name: 'easterMonday', fromEaster: 1 },
    { name: 'ascension', fromEaster: 39 },
    { name: 'whitMonday', fromEaster: 50 },
    { name: 'corpusChristi', fromEaster: 60 },
    { name: 'assumption', day: '08-15' },
    { name: 'austria', day: '10-26' },
    { name: 'allSaints', day: '11-01' },
    { name: 'immaculate', day: '12-08' },
    { name: 'secondChristmas', day: '12-26' },
  ],
  ES: [
    ...everywhere,
    { name: 'epiphany', day: '01-06' },
    { name: 'goodFriday', fromEaster: -2 },
    { name: 'assumption', day: '08-15' },
    { name: 'hispanic', day: '10-12' },
    { name: 'allSaints', day: '11-01' },
    { name: 'constitution', day: '12-06' },
    { name: 'immaculate', day: '12-08' },
  ],
}

export interface Holiday {
  date: string
  name: HolidayName
}

/** Those of the twelve months from a day on, in order; none for a country that is not known here. */
export function holidaysFrom(country: string, today: string): Holiday[] {
  const year = Number(today.slice(0, 4))
  const until = `${year + 1}${today.slice(4)}`
  return [year, year + 1]
    .flatMap((each) => (rules[country] ?? []).flatMap((rule) => inYear(rule, each)))
    .filter(({ date }) => date >= today && date < until)
    .sort((a, b) => a.date.localeCompare(b.date))
}

function inYear(rule: Rule, year: number): Holiday[] {
  const { name } = rule
  if ('fromEaster' in rule) return [{ name, date: addDaysTo(easterOf(year), rule.fromEaster) }]
  return rule.since && year < rule.since ? [] : [{ name, date: `${year}-${rule.day}` }]
}

/** Easter Sunday of the western churches, by the Gregorian reckoning of Gauss, Butcher's form. */
export function easterOf(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)).toISOString().slice(0, 10)
}
