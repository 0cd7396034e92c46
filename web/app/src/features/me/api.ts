import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Me } from '@/api/types'

export interface Session {
  id: string
  current: boolean
  createdAt: string
  lastSeenAt: string
  userAgent: string
  address: string
}

export const sessionsQuery = () =>
  queryOptions({
    queryKey: key('sessions'),
    queryFn: async () => (await api.get<{ items: Session[] }>('/api/auth/sessions')).items,
  })

export const endSession = (id: string) => api.delete(`/api/auth/sessions/${id}`)
export const saveProfile = (name: string, locale: string) => api.put<Me>('/api/me', { name, locale })
export const changePassword = (current: string, next: string) =>
  api.post<void>('/api/auth/password', { current, new: next })
