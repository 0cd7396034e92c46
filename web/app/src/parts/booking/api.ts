import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Appointment, Money, Page } from '@/api/types'

/** An appointment with the names it was made under. */
export interface Booking extends Appointment {
  serviceName: string
  providerName: string
  price?: Money
}

export interface Slot {
  start: string
  end: string
  providerId: string
}

export const appointmentsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: key('appointments', { from, to }),
    queryFn: async ({ signal }) => {
      const items: Booking[] = []
      let cursor = ''
      do {
        const page: Page<Booking> = await api.get('/api/appointments', { from, to, limit: 200, cursor }, signal)
        items.push(...page.items)
        cursor = page.next ?? ''
      } while (cursor)
      return items
    },
  })

export const contactAppointmentsQuery = (contact: string) =>
  queryOptions({
    queryKey: key('appointments-of', contact),
    queryFn: async () => (await api.get<Page<Booking>>('/api/appointments', { contact, limit: 50 })).items,
    staleTime: 10_000,
  })

export const freeTimesQuery = (service: string, provider: string, from: string, to: string) =>
  queryOptions({
    queryKey: key('free-times', { service, provider, from, to }),
    queryFn: async ({ signal }) =>
      (await api.get<{ slots: Slot[] }>('/api/appointments/available', { service, provider, from, to }, signal)).slots,
    enabled: service !== '',
    staleTime: 5_000,
  })

export interface NewBooking {
  serviceId: string
  providerId?: string
  start: string
  contact: { id?: string; name: string; phone?: string; email?: string }
  note?: string
}

export const book = (booking: NewBooking, idempotencyKey: string) =>
  api.post<Booking>('/api/appointments', booking, { idempotencyKey })
export const reschedule = (id: string, body: { start: string; providerId?: string; version?: number }) =>
  api.post<Booking>(`/api/appointments/${id}/reschedule`, body)
export const cancel = (id: string, reason?: string) => api.post<Booking>(`/api/appointments/${id}/cancel`, { reason })
export const mark = (id: string, status: 'confirmed' | 'arrived' | 'done' | 'no-show') =>
  api.post<Booking>(`/api/appointments/${id}/status`, { status })
