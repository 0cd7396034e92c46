import { queryOptions } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from './client'
import { key } from './queries'

/** What the business says of itself. */
export type Business = Schema<'Business'>

export const businessQuery = () => queryOptions({ queryKey: key('business'), queryFn: () => api.get('/api/business') })

/** Sends what may be changed and nothing else. */
export const saveBusiness = (business: Business) => {
  const { name, timezone, country, currency, locale, address, phone, website, email, industry } = business
  const { disclosure, assistantPauseHours } = business
  return api.put('/api/business', {
    name,
    timezone,
    country,
    currency,
    locale,
    address,
    phone,
    website,
    email,
    industry,
    disclosure,
    assistantPauseHours,
  })
}
