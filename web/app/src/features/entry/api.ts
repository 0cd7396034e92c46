import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'

export const register = (registration: Schema<'Register'>) => api.post('/api/auth/register', registration)
export const signIn = (email: string, password: string) => api.post('/api/auth/login', { email, password })
