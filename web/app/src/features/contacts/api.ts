import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import { usualSort, type Asked } from './asked'

export const contactsQuery = ({ q, channel, sort = usualSort }: Asked) =>
  infiniteQueryOptions({
    queryKey: key('contacts', { q, channel, sort }),
    queryFn: ({ pageParam, signal }) => api.get('/api/contacts', { q, channel, sort, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
    // asked again from its beginning, a list of many pages takes a request for each
    staleTime: 5 * 60_000,
  })
