import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Me } from '@/api/types'
import type { Schema } from '@frontdesk/shared/api'

export type Session = Schema<'MeDevice'>

export const sessionsQuery = () =>
  queryOptions({
    queryKey: key('sessions'),
    queryFn: async () => (await api.get('/api/auth/sessions')).items,
  })

export const endSession = (id: string) => api.delete(`/api/auth/sessions/${id}`)
export const saveProfile = (name: string, locale: Schema<'MeChange'>['locale']) =>
  api.put('/api/me', { name, locale }) as Promise<Me>
export const changePassword = (current: string, next: string) => api.post('/api/auth/password', { current, new: next })
