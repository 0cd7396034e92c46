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

export type Notice = Schema<'Notice'>

/** What the customer might be told of an appointment as it stands now. */
export const noticeQuery = ({ id, version }: { id: string; version: number }) =>
  queryOptions({
    queryKey: key('notice', { id, version }),
    queryFn: () => api.get(`/api/appointments/${id}/notice`),
    gcTime: 0,
  })

export const tell = (conversation: string, text: string, idempotencyKey: string) =>
  api.post(`/api/conversations/${conversation}/messages`, { text, notice: true }, { idempotencyKey })
