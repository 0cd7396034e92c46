import type { Schema } from '@frontdesk/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'

export type SavedView = Schema<'SavedViewItem'>
export type ListName = NonNullable<Schema<'SavedViewRequest'>['list']>

export const savedViewsKey = () => key('saved-views')

/** A member's own views of one list; all lists come together and are kept together. */
export const savedViewsQuery = (list: ListName) =>
  queryOptions({
    queryKey: savedViewsKey(),
    queryFn: async () => (await api.get('/api/saved-views')).items,
    select: (views) => views.filter((view) => view.list === list),
    staleTime: 60_000,
  })

export const saveView = (body: Schema<'SavedViewRequest'>) => api.post('/api/saved-views', body)
export const forgetView = (id: string) => api.delete(`/api/saved-views/${id}`)
