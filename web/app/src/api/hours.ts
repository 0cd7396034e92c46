import { queryOptions } from '@tanstack/react-query'
import type { Opening } from '@frontdesk/shared/hours'
import { api } from './client'
import { key } from './queries'
import type { HoursException } from './types'

export interface BusinessHours {
  weekly: Opening[]
  exceptions: HoursException[]
}

export const hoursQuery = () =>
  queryOptions({ queryKey: key('hours'), queryFn: () => api.get<BusinessHours>('/api/hours') })

export const saveHours = (hours: BusinessHours) => api.put<BusinessHours>('/api/hours', hours)
