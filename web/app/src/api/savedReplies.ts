import { queryOptions } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from './client'
import { key } from './queries'

/** A text that is written again and again, with variables such as `{{first_name}}`. */
export type SavedReply = Schema<'SavedReply'>

/** What a saved reply can leave open, for the conversation to fill. */
export const variables = ['first_name', 'name', 'business', 'me', 'appointment'] as const
export type Values = Partial<Record<(typeof variables)[number], string>>

/** What is not known stays as it is, to be seen and filled by hand. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, name: string) => values[name as keyof Values] || all)
}

/** The first variable that is still open. */
export function openVariable(text: string): string | undefined {
  return /\{\{\s*\w+\s*\}\}/.exec(text)?.[0]
}

export const savedRepliesQuery = () =>
  queryOptions({
    queryKey: key('saved-replies'),
    queryFn: async () => (await api.get('/api/saved-replies')).items,
    staleTime: 60_000,
  })
