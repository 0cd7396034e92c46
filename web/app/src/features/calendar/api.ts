import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Booking } from '@/parts/booking/api'
import type { BusinessHours } from './hours'

/** A time that somebody is booking just now. */
export interface HeldSlot {
  id: string
  providerId: string
  start: string
  end: string
  until: string
  source: string
}

export const hoursQuery = () =>
  queryOptions({ queryKey: key('hours'), queryFn: () => api.get<BusinessHours>('/api/hours'), staleTime: 30_000 })

export const holdsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: key('holds', { from, to }),
    queryFn: async () => (await api.get<{ items: HeldSlot[] }>('/api/holds', { from, to })).items,
  })

export const bookingQuery = (id: string) =>
  queryOptions({ queryKey: key('appointment', id), queryFn: () => api.get<Booking>(`/api/appointments/${id}`) })
