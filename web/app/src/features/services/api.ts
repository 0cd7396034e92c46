import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'

export type ServiceDetails = Schema<'ServiceRequest'>
export type ProviderDetails = Schema<'ProviderRequest'>

export const saveService = (id: string | undefined, details: ServiceDetails) =>
  id ? api.put(`/api/services/${id}`, details) : api.post('/api/services', details)

export const saveProvider = (id: string | undefined, details: ProviderDetails) =>
  id ? api.put(`/api/providers/${id}`, details) : api.post('/api/providers', details)

export const archive = {
  service: (id: string) => api.delete(`/api/services/${id}`),
  provider: (id: string) => api.delete(`/api/providers/${id}`),
}

export const restore = {
  service: (id: string) => api.post(`/api/services/${id}/restore`),
  provider: (id: string) => api.post(`/api/providers/${id}/restore`),
}
