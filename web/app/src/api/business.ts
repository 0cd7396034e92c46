import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { key } from './queries'

/** What the business says of itself. */
export interface Business {
  name: string
  timezone: string
  country: string
  currency: string
  locale: string
  address?: string | null
  phone?: string | null
  website?: string | null
  email?: string | null
  industry?: string | null
  /** How the first message of a conversation says that an AI writes. */
  disclosure: { en: string; it: string }
}

export const businessQuery = () =>
  queryOptions({ queryKey: key('business'), queryFn: () => api.get<Business>('/api/business') })

/** Sends what may be changed and nothing else. */
export const saveBusiness = (business: Business) => {
  const { name, timezone, country, currency, locale, address, phone, website, email, industry, disclosure } = business
  return api.put<Business>('/api/business', {
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
  })
}
