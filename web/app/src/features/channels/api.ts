import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'

export type ChannelChange = Schema<'ChannelRequest'>

export const connectWhatsApp = (details: ChannelChange) => api.post('/api/channels', { type: 'whatsapp', ...details })

export const changeChannel = (id: string, change: ChannelChange) => api.put(`/api/channels/${id}`, change)

export const disconnectChannel = (id: string) => api.delete(`/api/channels/${id}`)

/** Shown this once; the one before ends. */
export const newIdentitySecret = async (id: string) =>
  (await api.post(`/api/channels/${id}/identity-secret`, undefined)).secret
