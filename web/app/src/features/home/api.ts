import type { Schema } from '@frontdesk/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import { addDaysTo } from '@/parts/booking/dates'

export type Waiting = Schema<'Conversation'>

/**
 * Who comes on a day, and where that is nobody, who comes next.
 * @param day a local date of the business; @param next the day after it
 */
export const dayQuery = (day: string, next: string) =>
  queryOptions({
    queryKey: key('appointments', 'home', day),
    queryFn: async () => {
      const today = await between(day, next)
      if (today.length > 0) return today
      const ahead = await between(next, addDaysTo(next, daysAhead))
      return ahead.filter(({ status }) => status !== 'cancelled').slice(0, 3)
    },
  })

const daysAhead = 14

async function between(from: string, to: string) {
  const { items } = await api.get('/api/appointments', { from, to, limit: 200 })
  // of other people's calendars no more is told than that
  return items.filter(({ busy }) => !busy).sort((a, b) => a.start.localeCompare(b.start))
}

/** What is being booked just now for a day. */
export const heldQuery = (day: string, next: string) =>
  queryOptions({
    queryKey: key('home-held', day),
    queryFn: async () => (await api.get('/api/holds', { from: day, to: next })).items,
  })

export const attentionQuery = () =>
  queryOptions({
    queryKey: key('waiting'),
    queryFn: async () => (await api.get('/api/conversations', { view: 'attention', limit: 5 })).items,
  })

export const homeQuery = () =>
  queryOptions({ queryKey: key('home'), queryFn: () => api.get('/api/home'), staleTime: 30_000 })
