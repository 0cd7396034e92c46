import { queryOptions } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from './client'
import { key } from './queries'

/** A word that the business sorts its conversations by. */
export type Label = Schema<'Label'>

export const labelsQuery = () =>
  queryOptions({
    queryKey: key('labels'),
    queryFn: async () => (await api.get('/api/labels')).items,
    staleTime: 60_000,
  })
