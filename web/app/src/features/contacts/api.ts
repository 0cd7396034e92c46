import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
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

/** The newest of a contact's, over all channels. */
export const contactConversationsQuery = (contact: string) =>
  queryOptions({
    queryKey: key('contact-conversations', contact),
    queryFn: async () => (await api.get('/api/conversations', { contact, limit: 20 })).items,
  })
