import type { Schema } from '@frontdesk/shared/api'
import type { Waiting } from './outbox'
import { eventReader, type ServerEvent } from './sse'

export type Message = Schema<'CustomerLine'>
export type Attachment = Schema<'CustomerFile'>
export type Standing = Schema<'CustomerStanding'>

/** What the server answers, as far as the widget must know it apart. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    /** why, as it may be shown */
    readonly words = '',
  ) {
    super(`HTTP ${status}`)
  }
}

/** The business's chat over HTTP. No cookies: a visitor is known by a token of their own. */
export function chatApi(base: string) {
  async function call(path: string, token?: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers)
    if (token) headers.set('Authorization', `Bearer ${token}`)
    if (init.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json')
    const answer = await fetch(`${base}/chat/${path}`, { cache: 'no-store', ...init, headers, credentials: 'omit' })
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}))
      throw new Refused(answer.status, problem.errors?.[0]?.message ?? problem.detail)
    }
    return answer
  }

  return {
    /** @param identity who is signed in on the page around the chat, signed by its server */
    async newSession(identity?: string): Promise<string> {
      const body = identity && JSON.stringify({ identity })
      const answer = await call('sessions', undefined, { method: 'POST', body })
      return (await answer.json()).token
    },

    async identify(token: string, identity: string) {
      await call('identity', token, { method: 'POST', body: JSON.stringify({ identity }) })
    },

    async standing(token: string): Promise<Standing> {
      return (await call('standing', token)).json()
    },

    async rate(token: string, score: number, comment?: string) {
      await call('rating', token, { method: 'POST', body: JSON.stringify({ score, comment }) })
    },

    /** The id that the message has from now on. */
    async send(token: string, { text, clientId, file }: Waiting): Promise<string> {
      const body = JSON.stringify({ text, clientId, fileId: file?.id })
      return (await (await call('messages', token, { method: 'POST', body })).json()).id
    },

    /** Kept by the server until a message is sent with it. */
    async upload(token: string, file: File, locale: string): Promise<Attachment> {
      const answer = await call(`files?name=${encodeURIComponent(file.name)}`, token, {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'application/octet-stream', 'Accept-Language': locale },
      })
      return answer.json()
    },

    async file(token: string, id: string): Promise<Blob> {
      return (await call(`attachments/${id}`, token, { cache: 'default' })).blob()
    },

    /** Everything said so far, oldest first. */
    async messages(token: string): Promise<Message[]> {
      const { items } = (await (await call('messages?limit=200', token)).json()) as { items: Message[] }
      // lists come newest first
      return items.toReversed()
    },

    /** Listens until the stream ends; a stream that ends is opened again by the caller. */
    async listen(
      token: string,
      lastId: string | undefined,
      signal: AbortSignal,
      onOpen: () => Promise<void>,
      onEvent: (event: ServerEvent) => void,
    ) {
      const headers: Record<string, string> = { Accept: 'text/event-stream' }
      if (lastId) headers['Last-Event-ID'] = lastId
      const answer = await call('events', token, { headers, signal })
      await onOpen()
      const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
      const feed = eventReader(onEvent)
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) feed(piece.value)
    },
  }
}
