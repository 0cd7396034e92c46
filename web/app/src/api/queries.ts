import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { api, currentBusiness } from './client'
import type { Schema } from '@frontdesk/shared/api'
import type { Me, Permission } from './types'

/** Every cache key begins with its business, so that switching never shows another one's data. */
export function key(...parts: unknown[]): unknown[] {
  return [currentBusiness() ?? 'me', ...parts]
}

export const meQuery = () =>
  queryOptions({ queryKey: key('me'), queryFn: async () => (await api.get('/api/me')) as Me, staleTime: 60_000 })

/** As the business added them: a menu, and not what is newest. */
export const servicesQuery = () =>
  queryOptions({
    queryKey: key('services'),
    queryFn: async () => (await api.get('/api/services', { limit: 200 })).items.toReversed(),
    staleTime: 30_000,
  })

export const providersQuery = () =>
  queryOptions({
    queryKey: key('providers'),
    queryFn: async () => (await api.get('/api/providers', { limit: 200 })).items.toReversed(),
    staleTime: 30_000,
  })

export const channelsQuery = () =>
  queryOptions({
    queryKey: key('channels'),
    queryFn: async () => (await api.get('/api/channels')).items,
    staleTime: 15_000,
  })

export const countsQuery = () =>
  queryOptions({ queryKey: key('counts'), queryFn: () => api.get('/api/conversations/counts') })

let counting: ReturnType<typeof setTimeout> | undefined

/** They may have changed. What one step of somebody's changes comes as several pieces of news, and is asked for once. */
export function countAgain(cache: QueryClient): void {
  counting ??= setTimeout(() => {
    counting = undefined
    void cache.invalidateQueries({ queryKey: key('counts') })
  }, 250)
}

export const setupQuery = () => queryOptions({ queryKey: key('setup'), queryFn: () => api.get('/api/setup') })

/** Of the account that is signed in. */
export const secondFactorQuery = () =>
  queryOptions({ queryKey: key('second-factor'), queryFn: () => api.get('/api/auth/second-factor') })

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: key('contact', id),
    queryFn: () => api.get(`/api/contacts/${id}`),
    staleTime: 15_000,
  })

export const MeContext = createContext<Me | undefined>(undefined)

/** Who is signed in, and for which business. Asked for by every row of every list: it watches no query of its own. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (!me) throw new Error('Only within SignedIn')
  return me
}

export function useCan(permission: Permission): boolean {
  return useMe().permissions.includes(permission)
}

export function useCounts(): Partial<Schema<'InboxCounts'>> {
  const mayRead = useCan('inbox.see')
  return useQuery({ ...countsQuery(), enabled: mayRead }).data ?? {}
}
