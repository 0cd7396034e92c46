import type { Events } from '@frontdesk/shared/api'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import { heardOf } from '@/api/cache'
import { key } from '@/api/queries'
import type { Page } from '@/api/types'
import { fits, type Filter } from './filters'
import { added, laterStatus } from './messages'
import { belongs, merged, placed, withMessage } from './rows'
import { isView, type Conversation, type Message } from './types'

type Pages<T> = InfiniteData<Page<T>, unknown>

function flat<T>(data: Pages<T>): T[] {
  return data.pages.flatMap(({ items }) => items)
}

/** Everything in one page again: the cursor that goes on from here is the last page's. */
function inOnePage<T>(data: Pages<T>, items: T[]): Pages<T> {
  return { pages: [{ items, next: data.pages.at(-1)?.next ?? null }], pageParams: data.pageParams.slice(0, 1) }
}

export function rowsOf(data: Pages<Conversation> | undefined): Conversation[] {
  return data ? flat(data) : []
}

/** Oldest first, as they are read. */
export function messagesOf(data: Pages<Message> | undefined): Message[] {
  return data ? flat(data).sort((a, b) => a.seq - b.seq) : []
}

export function findConversation(cache: QueryClient, id: string): Conversation | undefined {
  const single = cache.getQueryData<Conversation>(key('conversation', id))
  if (single) return single
  for (const [, data] of cache.getQueriesData<Pages<Conversation>>({ queryKey: key('conversations') })) {
    const row = rowsOf(data).find((each) => each.id === id)
    if (row) return row
  }
  return undefined
}

/** Brings a conversation up to date wherever it is shown. */
export function putConversation(cache: QueryClient, news: Conversation, me: string): void {
  const changed = merged(findConversation(cache, news.id), news)
  cache.setQueryData<Conversation>(key('conversation', news.id), changed)
  heardOf(cache, key('conversation', news.id))
  for (const [queryKey, data] of cache.getQueriesData<Pages<Conversation>>({ queryKey: key('conversations') })) {
    heardOf(cache, queryKey)
    const filter = queryKey.at(-1) as Filter
    if (!data || !isView(filter.view)) continue
    const rows = flat(data)
    const known = rows.some(({ id }) => id === changed.id)
    const stays = belongs(filter.view, changed, me, known) && fits(filter, changed, known)
    if (known || stays) cache.setQueryData(queryKey, inOnePage(data, placed(rows, changed, stays)))
  }
}

/** A conversation that is not for this member any more. */
export function dropConversation(cache: QueryClient, id: string): void {
  for (const [queryKey, data] of cache.getQueriesData<Pages<Conversation>>({ queryKey: key('conversations') })) {
    if (data?.pages) {
      const rows = flat(data).filter((row) => row.id !== id)
      cache.setQueryData(queryKey, inOnePage(data, rows))
    }
  }
  cache.removeQueries({ queryKey: key('messages', id) })
  void cache.resetQueries({ queryKey: key('conversation', id) })
}

export function putMessage(cache: QueryClient, conversation: string, message: Message): void {
  const queryKey = key('messages', conversation)
  cache.setQueryData<Pages<Message>>(
    queryKey,
    (data) => data && inOnePage(data, added(messagesOf(data), message).reverse()),
  )
  heardOf(cache, queryKey)
}

/** Reads on into the past until this message is there, in pages as large as the server gives. */
export async function loadBackTo(cache: QueryClient, conversation: string, seq: number): Promise<void> {
  for (;;) {
    const data = cache.getQueryData<Pages<Message>>(key('messages', conversation))
    const cursor = data?.pages.at(-1)?.next
    const oldest = messagesOf(data)[0]?.seq
    if (!cursor || oldest === undefined || oldest <= seq) return
    const page = await api.get(`/api/conversations/${conversation}/messages`, { cursor, limit: 200 })
    cache.setQueryData<Pages<Message>>(
      key('messages', conversation),
      (now) => now && { pages: [...now.pages, page], pageParams: [...now.pageParams, cursor] },
    )
  }
}

export function dropMessage(cache: QueryClient, conversation: string, id: string): void {
  changeMessages(cache, conversation, (messages) => messages.filter((message) => message.id !== id))
}

export function changeMessage(
  cache: QueryClient,
  conversation: string,
  id: string,
  change: (message: Message) => Message,
): void {
  changeMessages(cache, conversation, (messages) =>
    messages.map((message) => (message.id === id ? change(message) : message)),
  )
}

function changeMessages(cache: QueryClient, conversation: string, change: (messages: Message[]) => Message[]) {
  cache.setQueryData<Pages<Message>>(
    key('messages', conversation),
    (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) },
  )
}

export function putStatus(cache: QueryClient, news: Events['message.status']): void {
  changeMessage(cache, news.conversationId, news.messageId, (message) =>
    laterStatus(message.status, news.status) === news.status
      ? { ...message, status: news.status, failure: news.failure }
      : message,
  )
}

/** A new message, in its thread and in its row. Answers false when no row of it is known yet. */
export function hearMessage(cache: QueryClient, news: Events['message.created'], me: string, seen: boolean): boolean {
  putMessage(cache, news.conversationId, news.message)
  const row = findConversation(cache, news.conversationId)
  if (row) putConversation(cache, withMessage(row, news.message, seen), me)
  return row !== undefined
}
