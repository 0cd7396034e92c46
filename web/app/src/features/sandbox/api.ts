import type { Schema } from '@frontdesk/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { api, currentBusiness } from '@/api/client'
import { key } from '@/api/queries'

export type SandboxMessage = Pick<Schema<'Message'>, 'id' | 'author' | 'kind' | 'text' | 'status' | 'at'> &
  Partial<Pick<Schema<'Message'>, 'choices' | 'attachments'>>

export const sandboxKey = (conversation: string) => key('sandbox', conversation)

/** What a customer would see of the talk: neither notes nor our own lines. Oldest first. */
export const sandboxMessages = (conversation: string | undefined) =>
  queryOptions({
    queryKey: sandboxKey(conversation ?? ''),
    enabled: conversation !== undefined,
    queryFn: async () => {
      const page = await api.get(`/api/conversations/${conversation}/messages`, { limit: 100 })
      return page.items.filter(forCustomers).reverse()
    },
  })

export const forCustomers = ({ author, kind }: SandboxMessage) =>
  kind !== 'note' && kind !== 'event' && author !== 'system'

/** Kept by the server until a message is sent with it. */
export const upload = (file: File) => api.upload('/api/sandbox/files', file, { name: file.name })

export const write = (text: string, clientId: string, fileId?: string) =>
  api.post('/api/sandbox/messages', { text, clientId, fileId })

const place = () => `fd-try-${currentBusiness()}`

export function rememberedConversation(): string | undefined {
  try {
    return localStorage.getItem(place()) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(conversation: string): void {
  try {
    localStorage.setItem(place(), conversation)
  } catch {
    // storage is blocked: the talk is found in the inbox
  }
}
