import type { AiMode } from '@/api/types'

/** What the inbox reads and is told. Fields that are left out do not apply. */

export type Author = 'contact' | 'ai' | 'member' | 'system'

export type DeliveryStatus =
  'received' | 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'uncertain' | 'cancelled'

/** `pending` and `unsent` are ours alone: on the way to the server, or never arrived there. */
export type ShownStatus = DeliveryStatus | 'pending' | 'unsent'

export interface Person {
  id: string
  name: string
}

export interface LastMessage {
  id: string
  author: Author
  text: string
  at: string
  status: DeliveryStatus
}

export interface Conversation {
  id: string
  channel: { id: string; type: string; name: string }
  contact: { id: string; name: string; phone?: string; email?: string; language?: string }
  status: 'open' | 'snoozed' | 'closed'
  handler: 'ai' | 'person'
  aiMode: AiMode
  aiPausedUntil?: string
  assignee?: Person
  needsPerson?: { since: string; reason: string }
  snoozedUntil?: string
  /** the signed-in member's own; events, which go to everybody, leave it out */
  unread?: number
  window?: { closesAt?: string }
  lastMessage?: LastMessage
  ownershipVersion: number
  blocked: boolean
  lastAt: string
}

export interface Attachment {
  id: string
  name: string
  contentType: string
  size?: number
  /** waiting until the server has fetched it; failed when it could not */
  state?: 'waiting' | 'kept' | 'failed'
  url: string
}

export interface Source {
  n: number
  title: string
  text: string
  url?: string
}

export interface Message {
  id: string
  seq: number
  author: Author
  kind:
    | 'text'
    | 'image'
    | 'audio'
    | 'video'
    | 'file'
    | 'location'
    | 'order'
    | 'unsupported'
    | 'note'
    | 'event'
    | 'suggestion'
  text: string
  status: ShownStatus
  at: string
  sentAt?: string
  member?: Person
  attachments: Attachment[]
  choices: { id: string; title: string }[]
  sources: Source[]
  event?: { type: string; reason?: string; memberId?: string; text?: string; expectedBy?: string }
  failure?: { code: string; reason: string }
  run?: { id: string }
}

export interface Run {
  intent?: string
  tools?: { name: string; arguments?: unknown; outcome?: unknown }[]
  sources?: Source[]
  model?: string
  tokens?: number | { input?: number; output?: number }
  cost?: { amount: number; currency: string } | number | null
  ms?: number
}

export interface Contact {
  id: string
  name: string
  phone?: string
  email?: string
  language?: string
  notes: string
  blocked: boolean
  identities?: { channelType: string; address: string; name: string }[]
  createdAt: string
}

export interface Member extends Person {
  email: string
  role: string
  online: boolean
}

export const views = ['attention', 'mine', 'unassigned', 'ai', 'all', 'snoozed', 'closed'] as const
export type View = (typeof views)[number]

export function isView(word: string): word is View {
  return (views as readonly string[]).includes(word)
}
