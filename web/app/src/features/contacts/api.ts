import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'

export const contactsQuery = (q: string) =>
  queryOptions({
    queryKey: key('contacts', q),
    queryFn: ({ signal }) => api.get('/api/contacts', { q, limit: 100 }, signal),
    placeholderData: (before) => before,
  })
