import type { Opening } from '@frontdesk/shared/hours'
import { api } from '@/api/client'
import type { HoursException, Money, Provider, Service } from '@/api/types'

export interface ServiceDetails {
  name: string
  description: string | null
  durationMinutes: number
  price: Money | null
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  noticeMinutes: number
  horizonDays: number
  granularityMinutes: number
  confirmation: 'automatic' | 'manual'
  online: boolean
  providerIds: string[]
}

export interface ProviderDetails {
  name: string
  color: number
  timezone: string
  serviceIds: string[]
  hours: Opening[] | null
  exceptions: HoursException[]
}

export const saveService = (id: string | undefined, details: ServiceDetails) =>
  id ? api.put<Service>(`/api/services/${id}`, details) : api.post<Service>('/api/services', details)

export const archiveService = (id: string) => api.delete(`/api/services/${id}`)

export const saveProvider = (id: string | undefined, details: ProviderDetails) =>
  id ? api.put<Provider>(`/api/providers/${id}`, details) : api.post<Provider>('/api/providers', details)

export const archiveProvider = (id: string) => api.delete(`/api/providers/${id}`)
