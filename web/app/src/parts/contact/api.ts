import type { QueryClient } from '@tanstack/react-query'
import type { Schema } from '@frontdesk/shared/api'
import { api } from '@/api/client'
import { contactQuery, key } from '@/api/queries'
import type { Contact } from '@/api/types'

export const addContact = (entered: Schema<'ContactAddRequest'>, idempotencyKey: string) =>
  api.post('/api/contacts', entered, { idempotencyKey })

export const changeContact = (id: string, changed: Schema<'ContactChangeRequest'>) =>
  api.patch(`/api/contacts/${id}`, changed)

/** A member has entered or changed this one; whatever shows them asks again. */
export function lookAgain(cache: QueryClient, saved: Contact): Promise<unknown> {
  cache.setQueryData(contactQuery(saved.id).queryKey, saved)
  return Promise.all(['contacts', 'contacts-like'].map((what) => cache.invalidateQueries({ queryKey: key(what) })))
}
