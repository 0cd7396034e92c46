import type { Schema } from '@frontdesk/shared/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, currentBusiness } from '@/api/client'
import { key } from '@/api/queries'
import { whenDrawn } from '@/parts/whenDrawn'
import { findConversation } from './cache'
import type { DraftKind } from './drafts'
import type { Filter } from './filters'
import type { Message } from './types'
import { unsentOf } from './unsent'

export const conversationsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: key('conversations', filter),
    queryFn: ({ pageParam, signal }) => api.get('/api/conversations', { ...filter, cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    staleTime: 15_000,
  })

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: key('conversation', id),
    queryFn: async ({ client }) => {
      if (findConversation(client, id)) await whenDrawn()
      return api.get(`/api/conversations/${id}`)
    },
  })

/** Pages newest first, as the server gives them; the thread turns them round. */
export const messagesQuery = (conversation: string) =>
  infiniteQueryOptions({
    queryKey: key('messages', conversation),
    queryFn: async ({ client, queryKey, pageParam, signal }) => {
      if (client.getQueryData(queryKey)) await whenDrawn()
      const page = await api.get(
        `/api/conversations/${conversation}/messages`,
        { cursor: pageParam, limit: 50 },
        signal,
      )
      const waiting: Message[] = pageParam ? [] : unsentOf(currentBusiness() ?? '', conversation)
      return { ...page, items: [...waiting, ...page.items] }
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** One of them, wherever it stands. */
export const message = (conversation: string, id: string) =>
  api.get(`/api/conversations/${conversation}/messages/${id}`)

export const membersQuery = () =>
  queryOptions({
    queryKey: key('members'),
    queryFn: async () => (await api.get('/api/members')).items,
    staleTime: 60_000,
  })

export const runQuery = (conversation: string, run: string) =>
  queryOptions({
    queryKey: key('run', run),
    queryFn: () => api.get(`/api/conversations/${conversation}/runs/${run}`),
    staleTime: Infinity,
  })

const path = <Action extends string>(id: string, action: Action) => `/api/conversations/${id}/${action}` as const

export const send = (id: string, { text, seenSeq, suggestion, attachments, quote, id: idempotencyKey }: Message) =>
  api.post(
    path(id, 'messages'),
    { text, seenSeq, suggestion, fileId: attachments[0]?.id, quotedId: quote?.id },
    { idempotencyKey },
  )
/** Kept by the server until a message is sent with it. */
export const upload = (id: string, file: File, signal: AbortSignal) =>
  api.upload(path(id, 'files'), file, { name: file.name }, signal)
export const transcript = (id: string) => api.download(path(id, 'transcript'))
export const writeNote = (id: string, text: string, idempotencyKey: string, mentions: string[] = []) =>
  api.post(path(id, 'notes'), { text, mentions }, { idempotencyKey })
export const stop = (id: string) => api.post(path(id, 'stop'))
export const retry = (id: string, messageId: string) => api.post(path(id, 'retry'), { messageId })
export const markRead = (id: string) => api.post(path(id, 'read'))
export const markUnread = (id: string) => api.post(path(id, 'unread'))

export const draftsQuery = (conversation: string) =>
  queryOptions({
    queryKey: key('drafts', conversation),
    queryFn: async () => {
      await whenDrawn()
      return (await api.get(`/api/conversations/${conversation}/drafts`)).items
    },
    // written in another browser meanwhile: looked at whenever the conversation is opened
    staleTime: 0,
    gcTime: 0,
  })
export const keepDraft = (id: string, kind: DraftKind, text: string) => api.put(path(id, 'drafts'), { kind, text })

export const scheduledQuery = (conversation: string) =>
  queryOptions({
    queryKey: key('scheduled', conversation),
    queryFn: async () => {
      await whenDrawn()
      return (await api.get(`/api/conversations/${conversation}/scheduled`)).items
    },
    staleTime: 10_000,
  })
export const schedule = (id: string, text: string, at: string) => api.post(path(id, 'scheduled'), { text, at })
export const cancelScheduled = (id: string, message: string) =>
  api.delete(`/api/conversations/${id}/scheduled/${message}`)

/** What this member thinks of the assistant's answers. */
export const ratingsQuery = (conversation: string) =>
  queryOptions({
    queryKey: key('ratings', conversation),
    queryFn: async () => {
      await whenDrawn()
      return api.get(`/api/conversations/${conversation}/ratings`)
    },
    staleTime: 60_000,
  })
export const rate = (id: string, message: string, good: boolean, reason: string) =>
  api.put(`/api/conversations/${id}/messages/${message}/rating`, { good, reason })

export const discardSuggestion = (id: string, message: string) =>
  api.post(`/api/conversations/${id}/suggestions/${message}/discard`)
export const reword = (id: string, message: string, wish: Schema<'SuggestionRewordRequest'>) =>
  api.post(`/api/conversations/${id}/suggestions/${message}/reword`, wish)

export const beginBulk = (request: Schema<'BulkRequest'>) => api.post('/api/bulk', request)
export const bulkProgress = (job: string) => api.get(`/api/bulk/${job}`)
export const undoBulk = (job: string) => api.post(`/api/bulk/${job}/undo`)

/** Says that the conversation is open here; answers who else has it open. */
export async function comeIn(id: string, typing: boolean) {
  await whenDrawn()
  return api.post(path(id, 'presence'), { here: true, typing })
}
export async function leave(id: string) {
  await whenDrawn()
  return api.post(path(id, 'presence'), { here: false, typing: false })
}

/** What a member can do to a conversation. Each answers the conversation as it then stands. */
export const actions = {
  takeover: (id: string) => api.post(path(id, 'takeover')),
  resume: (id: string) => api.post(path(id, 'resume')),
  mode: (id: string, body: { mode: 'auto' | 'suggest' | 'off'; until?: string }) =>
    api.post(path(id, 'assistant'), body),
  assign: (id: string, memberId: string | null) => api.post(path(id, 'assign'), { memberId }),
  snooze: (id: string, until: string | undefined) => api.post(path(id, 'snooze'), { until }),
  close: (id: string) => api.post(path(id, 'close')),
  reopen: (id: string) => api.post(path(id, 'reopen')),
  label: (id: string, labelIds: string[]) => api.put(path(id, 'labels'), { labelIds }),
  spam: (id: string, spam: boolean) => api.post(path(id, 'spam'), { spam }),
  block: (id: string, blocked: boolean) => api.post(path(id, 'block'), { blocked }),
}
