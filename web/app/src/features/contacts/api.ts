import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'

export const contactsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: key('contacts', q),
    queryFn: ({ pageParam, signal }) => api.get('/api/contacts', { q, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    // asked again from its beginning, a list of many pages takes a request for each
    staleTime: 5 * 60_000,
  })
