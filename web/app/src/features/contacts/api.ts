import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Appointment, Page } from '@/api/types'

export interface Contact {
  id: string
  name: string
  phone?: string | null
  email?: string | null
  language?: string | null
  createdAt: string
}

export interface ContactProfile extends Contact {
  identities: { channelType: string; address: string; name?: string | null }[]
  appointments?: { next: Appointment[]; past: Appointment[] } | null
}

export const contactsQuery = (q: string) =>
  queryOptions({
    queryKey: key('contacts', q),
    queryFn: ({ signal }) => api.get<Page<Contact>>('/api/contacts', { q, limit: 100 }, signal),
    placeholderData: (before) => before,
  })

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: key('contact', id), queryFn: () => api.get<ContactProfile>(`/api/contacts/${id}`) })
