import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'
import { contactQuery, key } from '@/api/queries'
import type { Contact } from '@/api/types'
import { whenDrawn } from '@/parts/whenDrawn'

export const addContact = (entered: Schema<'ContactAddRequest'>, idempotencyKey: string) =>
  api.post('/api/contacts', entered, { idempotencyKey })

export const changeContact = (id: string, changed: Schema<'ContactChangeRequest'>) =>
  api.patch(`/api/contacts/${id}`, changed)

/** The newest of a contact's, over all channels. */
export const contactConversationsQuery = (contact: string) =>
  queryOptions({
    queryKey: key('contact-conversations', contact),
    queryFn: async () => {
      await whenDrawn()
      return (await api.get('/api/conversations', { contact, limit: 20 })).items
    },
    staleTime: 10_000,
  })

/** What went back and forth with a contact beside the words, the newest first. */
export const contactFilesQuery = (contact: string) =>
  infiniteQueryOptions({
    queryKey: key('contact-files', contact),
    queryFn: async ({ pageParam, signal }) => {
      await whenDrawn()
      return api.get(`/api/contacts/${contact}/files`, { limit: 5, cursor: pageParam }, signal)
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 30_000,
  })

export const blockContact = (id: string, blocked: boolean) => api.post(`/api/contacts/${id}/block`, { blocked })

/** A member has entered or changed this one; whatever shows them asks again. */
export function lookAgain(cache: QueryClient, saved: Contact): Promise<unknown> {
  cache.setQueryData(contactQuery(saved.id).queryKey, saved)
  return Promise.all(['contacts', 'contacts-like'].map((what) => cache.invalidateQueries({ queryKey: key(what) })))
}
