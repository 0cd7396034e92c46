import type { Schema } from '@frontdesk/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Appointment } from '@/api/types'
import { whenDrawn } from '@/parts/whenDrawn'

export type Slot = Schema<'AppointmentSlot'>

async function allOf(asked: { from: string; to: string } | { contact: string }, signal: AbortSignal) {
  const items: Appointment[] = []
  let cursor = ''
  do {
    const page: Schema<'PageAppointment'> = await api.get('/api/appointments', { ...asked, limit: 200, cursor }, signal)
    items.push(...page.items)
    cursor = page.next ?? ''
  } while (cursor)
  return items
}

export const appointmentsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: key('appointments', { from, to }),
    queryFn: ({ signal }) => allOf({ from, to }, signal),
  })

export const contactAppointmentsQuery = (contact: string) =>
  queryOptions({
    queryKey: key('appointments-of', contact),
    queryFn: async ({ signal }) => {
      await whenDrawn()
      return allOf({ contact }, signal)
    },
    staleTime: 10_000,
  })

export const freeTimesQuery = (service: string, provider: string, from: string, to: string) =>
  queryOptions({
    queryKey: key('free-times', { service, provider, from, to }),
    queryFn: async ({ signal }) =>
      (await api.get('/api/appointments/available', { service, provider, from, to }, signal)).slots,
    enabled: service !== '',
    staleTime: 5_000,
  })

export const book = (booking: Schema<'AppointmentBookRequest'>, idempotencyKey: string) =>
  api.post('/api/appointments', booking, { idempotencyKey })
export const reschedule = (id: string, body: Schema<'AppointmentRescheduleRequest'>) =>
  api.post(`/api/appointments/${id}/reschedule`, body)
export const cancel = (id: string, reason?: string) => api.post(`/api/appointments/${id}/cancel`, { reason })
export const mark = (id: string, status: Schema<'AppointmentStatusRequest'>['status']) =>
  api.post(`/api/appointments/${id}/status`, { status })

/** Customers with these words in their name or phone. */
export const knownQuery = (q: string) =>
  queryOptions({
    queryKey: key('contacts-like', q),
    queryFn: async ({ signal }) => (await api.get('/api/contacts', { q, limit: 8 }, signal)).items,
    staleTime: 10_000,
  })
