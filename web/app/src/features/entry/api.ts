import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'

export const register = (registration: Schema<'Register'>) => api.post('/api/auth/register', registration)
export const addBusiness = (business: Schema<'BusinessesNewBusiness'>, idempotencyKey: string) =>
  api.post('/api/me/businesses', business, { idempotencyKey })
export const signIn = (email: string, password: string) => api.post('/api/auth/login', { email, password })
export const sendCode = (challenge: string, code: string, trust: boolean) =>
  api.post('/api/auth/login/code', { challenge, code, trust })
export const askForReset = (email: string) => api.post('/api/auth/forgot', { email })
export const lookAtReset = async (token: string) => {
  await api.get(`/api/auth/reset/${encodeURIComponent(token)}`)
  return true
}
export const reset = (token: string, password: string) => api.post('/api/auth/reset', { token, password })
export const askForLink = (email: string) => api.post('/api/auth/link', { email })
export const signInByLink = (token: string) => api.post('/api/auth/link/login', { token })
export const lookAtInvitation = (token: string) => api.get(`/api/auth/invitations/${encodeURIComponent(token)}`)
export const acceptInvitation = (token: string, answer: Schema<'JoinAccept'>) =>
  api.post(`/api/auth/invitations/${encodeURIComponent(token)}/accept`, answer)
export const verify = (token: string) => api.post('/api/auth/verify', { token })
