import { queryOptions } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'
import { key } from '@/api/queries'

export type Template = Schema<'SetupItem'>

export const templatesQuery = (locale: string) =>
  queryOptions({
    queryKey: key('templates', locale),
    queryFn: async () => (await api.get('/api/setup/templates', { locale })).items,
    staleTime: Infinity,
  })

export const keepStep = (step: string, completed: string[]) => api.put('/api/setup', { step, completed })
export const applyTemplate = (template: string) => api.post('/api/setup/template', { template })
export const goLive = (mode: 'auto' | 'suggest') => api.post('/api/setup/go-live', { mode })
