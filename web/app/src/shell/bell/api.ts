import type { Schema } from '@frontdesk/shared/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'

export type Notification = Schema<'Notification'>
export type NotificationType = Notification['type']

/** What can be asked for alone; a customer who still waits belongs to the hand-overs. */
export const kinds = {
  all: [],
  handoffs: ['handoff', 'handoff-waiting'],
  assigned: ['assigned'],
  mentions: ['mention'],
  failed: ['message-failed'],
  channels: ['channel-down'],
} satisfies Record<string, NotificationType[]>
export type Kind = keyof typeof kinds

export const notificationsQuery = (kind: Kind) =>
  infiniteQueryOptions({
    queryKey: key('notifications', kind),
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/notifications', { type: kinds[kind].join(), cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 30_000,
  })

/** Those, or all. */
export const markSeen = (ids?: string[]) => api.post('/api/notifications/read', { ids })
