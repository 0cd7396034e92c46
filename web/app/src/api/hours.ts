import { queryOptions } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from './client'
import { key } from './queries'

export const hoursQuery = () =>
  queryOptions({ queryKey: key('hours'), queryFn: () => api.get('/api/hours'), staleTime: 30_000 })

/** Refused while a booking that falls outside is not decided on. */
export const saveHours = (hours: Schema<'HoursRequest'>) => api.put('/api/hours', hours)
