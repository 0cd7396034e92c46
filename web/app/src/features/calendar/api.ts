import type { Schema } from '@frontdesk/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'

/** A time that somebody is booking just now. */
export type HeldSlot = Schema<'BookingHeldSlot'>

export const holdsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: key('holds', { from, to }),
    queryFn: async () => (await api.get('/api/holds', { from, to })).items,
  })

export const timesOffQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: key('time-off', { from, to }),
    queryFn: async () => (await api.get('/api/time-off', { from, to })).items,
  })

export const bookingQuery = (id: string) =>
  queryOptions({ queryKey: key('appointment', id), queryFn: () => api.get(`/api/appointments/${id}`) })
