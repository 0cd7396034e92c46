import { api } from '@/api/client'
import type { Tenant } from '@/api/types'

export interface Registration {
  businessName: string
  email: string
  password: string
  timezone: string
  locale: string
  country?: string
  currency?: string
}

interface Session {
  tenant: Tenant
}

export const register = (registration: Registration) => api.post<Session>('/api/auth/register', registration)
export const signIn = (email: string, password: string) => api.post<Session>('/api/auth/login', { email, password })
