import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { api, currentBusiness } from './client'
import type { Channel, Me, Page, Provider, Service } from './types'

/** Every cache key begins with its business, so that switching never shows another one's data. */
export function key(...parts: unknown[]): unknown[] {
  return [currentBusiness() ?? 'me', ...parts]
}

export const meQuery = () =>
  queryOptions({ queryKey: key('me'), queryFn: () => api.get<Me>('/api/me'), staleTime: 60_000 })

/** As the business added them: a menu, and not what is newest. */
export const servicesQuery = () =>
  queryOptions({
    queryKey: key('services'),
    queryFn: async () => (await api.get<Page<Service>>('/api/services', { limit: 200 })).items.toReversed(),
    staleTime: 30_000,
  })

export const providersQuery = () =>
  queryOptions({
    queryKey: key('providers'),
    queryFn: async () => (await api.get<Page<Provider>>('/api/providers', { limit: 200 })).items.toReversed(),
    staleTime: 30_000,
  })

export const channelsQuery = () =>
  queryOptions({
    queryKey: key('channels'),
    queryFn: async () => (await api.get<Page<Channel>>('/api/channels')).items,
    staleTime: 15_000,
  })

export interface Counts {
  mine: number
  unassigned: number
  attention: number
  ai: number
  mentions: number
  unread: number
  all: number
  snoozed: number
  closed: number
}

export const countsQuery = () =>
  queryOptions({ queryKey: key('counts'), queryFn: () => api.get<Counts>('/api/conversations/counts') })

/** Who is signed in, and for which business. The shell has loaded it before any screen asks. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery()).data
}

export function useCan(permission: string): boolean {
  return useMe().permissions.includes(permission)
}

export function useCounts(): Partial<Counts> {
  const mayRead = useCan('inbox.see')
  return useQuery({ ...countsQuery(), enabled: mayRead }).data ?? {}
}
