import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'

export type ServiceDetails = Schema<'ServiceRequest'>
export type ProviderDetails = Schema<'ProviderRequest'>

export const saveService = (id: string | undefined, details: ServiceDetails) =>
  id ? api.put(`/api/services/${id}`, details) : api.post('/api/services', details)

export const archiveService = (id: string) => api.delete(`/api/services/${id}`)

export const saveProvider = (id: string | undefined, details: ProviderDetails) =>
  id ? api.put(`/api/providers/${id}`, details) : api.post('/api/providers', details)

export const archiveProvider = (id: string) => api.delete(`/api/providers/${id}`)
