import { api } from '@/api/client'
import type { AiMode, Channel } from '@/api/types'

export interface WhatsAppDetails {
  name: string
  phoneNumberId: string
  wabaId?: string
  accessToken?: string
  appSecret?: string
}

export const connectWhatsApp = (details: WhatsAppDetails) =>
  api.post<Channel>('/api/channels', { type: 'whatsapp', ...details })

export type ChannelChange = Partial<WhatsAppDetails> & { mode?: AiMode; off?: boolean; allowedOrigins?: string[] }

export const changeChannel = (id: string, change: ChannelChange) => api.put<Channel>(`/api/channels/${id}`, change)

export const disconnectChannel = (id: string) => api.delete(`/api/channels/${id}`)
