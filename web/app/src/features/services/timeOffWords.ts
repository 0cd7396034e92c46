import type { useFormat } from '@/i18n/useFormat'

type Format = Pick<ReturnType<typeof useFormat>, 'time' | 'date' | 'dateTime' | 'localDate' | 'zone'>

/** Whole days by their dates, the last one included; else with the hours. */
export function wordsOf({ start, end }: { start: string; end: string }, format: Format): string {
  const midnight = (instant: string) => format.localDate(new Date(Date.parse(instant) - 1)) < format.localDate(instant)
  const last = new Date(Date.parse(end) - 1)
  if (midnight(start) && midnight(end)) {
    const oneDay = format.localDate(start) === format.localDate(last)
    return oneDay ? format.date(start) : `${format.date(start)} – ${format.date(last)}`
  }
  const sameDay = format.localDate(start) === format.localDate(last)
  return `${format.dateTime(start)} – ${sameDay ? format.time(end) : format.dateTime(end)}`
}
