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

export const beginSecondFactor = (password: string) => api.post('/api/auth/second-factor', { password })
export const confirmSecondFactor = (code: string) => api.post('/api/auth/second-factor/confirm', { code })
export const turnOffSecondFactor = (password: string) => api.post('/api/auth/second-factor/off', { password })
export const renewRecoveryCodes = (password: string) => api.post('/api/auth/second-factor/recovery-codes', { password })
export const sendVerification = () => api.post('/api/auth/verify/send')
export const endSession = (id: string) => api.delete(`/api/auth/sessions/${id}`)
export const endOtherSessions = () => api.delete('/api/auth/sessions')
export const saveProfile = (name: string, locale: Schema<'MeChange'>['locale']) =>
  api.put('/api/me', { name, locale }) as Promise<Me>
export const changePassword = (current: string, next: string) => api.post('/api/auth/password', { current, new: next })
