import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Appointment, Page } from '@/api/types'

export interface Setup {
  live: boolean
  checklist: { id: string; done: boolean }[]
}

/** The part of a conversation that Home shows. */
export interface Waiting {
  id: string
  contact: { id: string; name: string }
  channel: { name: string; type: string }
  needsPerson?: { since: string; reason?: string } | null
  lastMessage?: { text: string; at: string } | null
}

export const setupQuery = () => queryOptions({ queryKey: key('setup'), queryFn: () => api.get<Setup>('/api/setup') })

/** @param day a local date of the business; @param next the day after it */
export const dayQuery = (day: string, next: string) =>
  queryOptions({
    queryKey: key('appointments', 'home', day),
    queryFn: async () => {
      const { items } = await api.get<Page<Appointment>>('/api/appointments', { from: day, to: next, limit: 200 })
      return items.sort((a, b) => a.start.localeCompare(b.start))
    },
  })

export const attentionQuery = () =>
  queryOptions({
    queryKey: key('waiting'),
    queryFn: async () => (await api.get<Page<Waiting>>('/api/conversations', { view: 'attention', limit: 5 })).items,
  })
