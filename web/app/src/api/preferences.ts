import { queryOptions } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from './client'

/** Of the account that is signed in: the same in every business and browser. */
export const preferencesQuery = () =>
  queryOptions({
    queryKey: ['me', 'preferences'],
    queryFn: () => api.get('/api/me/preferences'),
    staleTime: 60_000,
  })

export const keepPreferences = (preferences: Schema<'Preferences'>) => api.put('/api/me/preferences', preferences)
