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
export type Mode = 'auto' | 'suggest'

/** @param channels those that differ, by their ids */
export const goLive = (mode: Mode, channels: Record<string, Mode>) => api.post('/api/setup/go-live', { mode, channels })

export type PlaygroundAnswer = Schema<'PlaygroundAnswer'>

/** @param memory as the last answer brought it */
export const askPlayground = (
  text: string,
  history: { author: 'contact' | 'ai'; text: string }[],
  memory?: string,
): Promise<PlaygroundAnswer> =>
  api.post('/api/assistant/playground', {
    text,
    history: history.slice(-40).map(({ author, text: said }) => ({ author, text: said })),
    memory,
  })
