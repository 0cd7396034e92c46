import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Page } from '@/api/types'
import type { Contact, Conversation, Member, Message, Run, View } from './types'

export interface Filter {
  view: View
  q?: string
  channel?: string
}

export const conversationsQuery = ({ view, q = '', channel = '' }: Filter) =>
  infiniteQueryOptions({
    queryKey: key('conversations', { view, q, channel }),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Conversation>>('/api/conversations', { view, q, channel, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 15_000,
  })

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: key('conversation', id),
    queryFn: () => api.get<Conversation>(`/api/conversations/${id}`),
  })

/** Pages newest first, as the server gives them; the thread turns them round. */
export const messagesQuery = (conversation: string) =>
  infiniteQueryOptions({
    queryKey: key('messages', conversation),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Message>>(`/api/conversations/${conversation}/messages`, { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: key('contact', id),
    queryFn: () => api.get<Contact>(`/api/contacts/${id}`),
    staleTime: 15_000,
  })

export const membersQuery = () =>
  queryOptions({
    queryKey: key('members'),
    queryFn: async () => (await api.get<Page<Member>>('/api/members')).items,
    staleTime: 60_000,
  })

export const runQuery = (conversation: string, run: string) =>
  queryOptions({
    queryKey: key('run', run),
    queryFn: () => api.get<Run>(`/api/conversations/${conversation}/runs/${run}`),
    staleTime: Infinity,
  })

const path = (id: string, action: string) => `/api/conversations/${id}/${action}`

export const send = (id: string, text: string, idempotencyKey: string) =>
  api.post<Message>(path(id, 'messages'), { text }, { idempotencyKey })
export const writeNote = (id: string, text: string, idempotencyKey: string) =>
  api.post<Message>(path(id, 'notes'), { text }, { idempotencyKey })
export const stop = (id: string) => api.post(path(id, 'stop'))
export const retry = (id: string, messageId: string) => api.post<Conversation>(path(id, 'retry'), { messageId })
export const markRead = (id: string) => api.post(path(id, 'read'))
export const markUnread = (id: string) => api.post(path(id, 'unread'))

/** What a member can do to a conversation. Each answers the conversation as it then stands. */
export const actions = {
  takeover: (id: string) => api.post<Conversation>(path(id, 'takeover')),
  resume: (id: string) => api.post<Conversation>(path(id, 'resume')),
  mode: (id: string, body: { mode: 'auto' | 'suggest' | 'off'; until?: string }) =>
    api.post<Conversation>(path(id, 'assistant'), body),
  assign: (id: string, memberId: string | null) => api.post<Conversation>(path(id, 'assign'), { memberId }),
  snooze: (id: string, until: string) => api.post<Conversation>(path(id, 'snooze'), { until }),
  close: (id: string) => api.post<Conversation>(path(id, 'close')),
  reopen: (id: string) => api.post<Conversation>(path(id, 'reopen')),
  block: (id: string, blocked: boolean) => api.post<Conversation>(path(id, 'block'), { blocked }),
}
