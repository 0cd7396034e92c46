import type { Conversation, Message, View } from './types'

/** Newest first, as the server sorts. */
export function byNewest(a: Conversation, b: Conversation): number {
  return b.lastAt.localeCompare(a.lastAt) || b.id.localeCompare(a.id)
}

function failed(conversation: Conversation): boolean {
  const status = conversation.lastMessage?.status
  return status === 'failed' || status === 'uncertain'
}

/** Whether a conversation stands in a view: the server's rule, so that a live change need not ask again. */
export function belongs(view: View, conversation: Conversation, me: string, known = false): boolean {
  const { status, handler, assignee, needsPerson } = conversation
  switch (view) {
    case 'all':
      return status !== 'spam'
    case 'mine':
      return status === 'open' && assignee?.id === me
    case 'unassigned':
      return status === 'open' && handler === 'person' && !assignee
    case 'attention':
      return status !== 'closed' && status !== 'spam' && (needsPerson !== undefined || failed(conversation))
    case 'ai':
      return status === 'open' && handler === 'ai'
    case 'mentions':
      // only the server knows who was named
      return known && status !== 'spam'
    case 'snoozed':
    case 'closed':
    case 'spam':
      return status === view
  }
}

/** What an event says of a conversation, over what is known: events leave out what is the member's own. */
export function merged(known: Conversation | undefined, news: Conversation): Conversation {
  return news.unread === undefined ? { ...news, unread: known?.unread ?? 0, draft: known?.draft } : news
}

/** Puts a changed conversation where it belongs among rows, or takes it away. */
export function placed(rows: Conversation[], changed: Conversation, stays: boolean): Conversation[] {
  const known = rows.find(({ id }) => id === changed.id)
  const others = known ? rows.filter((row) => row !== known) : rows
  return stays ? [...others, merged(known, changed)].sort(byNewest) : others
}

/** What a new message does to its row. Notes and lines of the system move nothing. */
export function withMessage(row: Conversation, message: Message, seen: boolean): Conversation {
  if (message.kind === 'note' || message.kind === 'event' || message.kind === 'suggestion') return row
  if (row.lastMessage && row.lastMessage.at >= message.at) return row
  const { id, author, text, at } = message
  const unread = row.unread ?? 0
  // what the customer writes opens it again; spam stays where it is
  const awake =
    author === 'contact' && row.status !== 'spam' ? ({ status: 'open', snoozedUntil: undefined } as const) : {}
  return {
    ...row,
    ...awake,
    lastAt: at,
    unread: author !== 'contact' ? unread : seen ? 0 : unread + 1,
    lastMessage: {
      id,
      author,
      text,
      at,
      status: message.status === 'pending' || message.status === 'unsent' ? 'sending' : message.status,
    },
  }
}
