import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'

export const fields = ['name', 'phone', 'email', 'language'] as const
export type Field = (typeof fields)[number]

/** Those that can still be undone. */
export const mergesQuery = (contact: string) =>
  queryOptions({
    queryKey: key('merges', contact),
    queryFn: async () => (await api.get(`/api/contacts/${contact}/merges`)).items,
    staleTime: 15_000,
  })

export const merge = (contact: string, otherId: string, take: Field[]) =>
  api.post(`/api/contacts/${contact}/merges`, { otherId, take })
export const part = (contact: string, id: string) => api.post(`/api/contacts/${contact}/merges/${id}/undo`)

/** Whatever shows a contact looks again. */
export function useLookAgain(): () => Promise<unknown> {
  const cache = useQueryClient()
  return () =>
    Promise.all(
      ['contact', 'contacts', 'contacts-like', 'merges', 'appointments-of'].map((what) =>
        cache.invalidateQueries({ queryKey: key(what) }),
      ),
    )
}
