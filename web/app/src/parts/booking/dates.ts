/** Local dates as the API writes them, `2026-03-05`, counted without a zone: a day is a day. */

export function addDaysTo(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export const nextDate = (date: string) => addDaysTo(date, 1)

export const laterOf = (one: string, other: string) => (one > other ? one : other)

/** 0 is Monday */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}

export function weekOf(date: string): string[] {
  const monday = addDaysTo(date, -weekdayOf(date))
  return Array.from({ length: 7 }, (_, day) => addDaysTo(monday, day))
}

/** Six weeks around a month, Monday first. */
export function monthGrid(month: string): string[] {
  const first = addDaysTo(`${month}-01`, -weekdayOf(`${month}-01`))
  return Array.from({ length: 42 }, (_, day) => addDaysTo(first, day))
}

export function addMonths(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export function isDate(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}
