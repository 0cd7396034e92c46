import { queryOptions } from '@tanstack/react-query'
import type { Opening } from '@frontdesk/shared/hours'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Money } from '@/api/types'

export interface SetupState {
  step: string
  completed: string[]
  template: string | null
  live: boolean
  checklist: { id: string; done: boolean }[]
}

export interface Template {
  id: string
  name: string
  hours: Opening[]
  services: { name: string; durationMinutes: number; price: Money | null }[]
}

export const setupQuery = () =>
  queryOptions({ queryKey: key('setup'), queryFn: () => api.get<SetupState>('/api/setup') })

export const templatesQuery = (locale: string) =>
  queryOptions({
    queryKey: key('templates', locale),
    queryFn: async () => (await api.get<{ items: Template[] }>('/api/setup/templates', { locale })).items,
    staleTime: Infinity,
  })

export const keepStep = (step: string, completed: string[]) => api.put<SetupState>('/api/setup', { step, completed })
export const applyTemplate = (template: string) => api.post<SetupState>('/api/setup/template', { template })
export const goLive = (mode: 'auto' | 'suggest') => api.post<SetupState>('/api/setup/go-live', { mode })
