import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { key } from './queries'
import type { BusinessHours } from './types'

export const hoursQuery = () =>
  queryOptions({ queryKey: key('hours'), queryFn: () => api.get('/api/hours'), staleTime: 30_000 })

export const saveHours = (hours: BusinessHours) => api.put('/api/hours', hours)
