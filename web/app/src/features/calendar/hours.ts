import type { BusinessHours, Provider } from '@/api/types'
import { weekdayOf } from '@/parts/booking/dates'
import { instantOf } from '@/parts/booking/instants'
import type { Span } from './grid'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

interface Stretch {
  open?: string
  close?: string
}

export interface OpenDay {
  spans: Span[]
  /** why it differs from other weeks, when somebody said so */
  reason?: string
}

/** When a provider works on a date: special days first, the provider's own before the business's. */
export function openOn(date: string, provider: Provider, business: BusinessHours): OpenDay {
  const own = provider.exceptions.filter((each) => each.date === date)
  const shared = business.exceptions.filter((each) => each.date === date)
  const special = own.length > 0 ? own : shared
  if (special.length > 0) {
    return {
      spans: spans(
        special.filter(({ closed }) => !closed),
        date,
        provider.timezone,
      ),
      reason: special.find(({ reason }) => reason)?.reason,
    }
  }
  const weekly = (provider.hours ?? business.weekly).filter(({ day }) => day === weekdays[weekdayOf(date)])
  return { spans: spans(weekly, date, provider.timezone) }
}

function spans(stretches: Stretch[], date: string, zone: string): Span[] {
  return stretches
    .flatMap(({ open, close }) =>
      open && close
        ? [{ start: instantOf(date, open, zone), end: instantOf(date, close === '00:00' ? '24:00' : close, zone) }]
        : [],
    )
    .sort((a, b) => a.start - b.start)
}

/** How much of the open time is taken, in percent; nothing when it is closed. */
export function fullness(open: Span[], taken: Span[]): number | undefined {
  const total = open.reduce((sum, { start, end }) => sum + end - start, 0)
  if (total === 0) return undefined
  const busy = open.reduce(
    (sum, span) =>
      sum +
      taken.reduce(
        (all, { start, end }) => all + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
        0,
      ),
    0,
  )
  return Math.min(100, Math.round((busy / total) * 100))
}
