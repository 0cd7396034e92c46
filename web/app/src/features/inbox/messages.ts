import type { Message, ShownStatus } from './types'

const rank: Record<string, number> = {
  pending: 0,
  unsent: 0,
  // what the channel cannot take now waits again
  queued: 1,
  sending: 1,
  uncertain: 3,
  sent: 4,
  // what the channel took may still not be delivered
  failed: 4,
  delivered: 5,
  read: 6,
}

const afterFailed: ShownStatus[] = ['pending', 'queued', 'delivered', 'read']

/**
 * Delivery only moves forward, as on the server, whose news may overtake each other: what has failed was sent before, and
 * leaves that state by a retry, told as `queued`, or by arriving after all.
 */
export function laterStatus(known: ShownStatus, news: ShownStatus): ShownStatus {
  if (known === 'failed') return afterFailed.includes(news) ? news : known
  if (known === 'uncertain') return news
  return (rank[news] ?? 9) >= (rank[known] ?? 0) ? news : known
}

/** Adds a message to those shown, in order; one that is known is brought up to date. */
export function added(messages: Message[], message: Message): Message[] {
  const known = messages.find(({ id }) => id === message.id)
  if (known) {
    // a message begins as `sending`: whatever else is known of it is newer
    const news = message.status !== 'sending' && laterStatus(known.status, message.status) === message.status
    const { status, failure } = news ? message : known
    return messages.map((each) => (each === known ? { ...message, status, failure } : each))
  }
  // our own message may come by the stream before the answer to its request does
  const own = message.author === 'member' && messages.find((each) => isLocal(each) && sameWords(each, message))
  return [...messages.filter((each) => each !== own), message].sort((a, b) => a.seq - b.seq)
}

const localPrefix = 'local-'

/** A message that is shown before the server has it. */
export function local(text: string, kind: Message['kind'], member: { id: string; name: string }, at: string): Message {
  return {
    id: localPrefix + crypto.randomUUID(),
    // after everything that has a number
    seq: Number.MAX_SAFE_INTEGER,
    author: 'member',
    kind,
    text,
    status: 'pending',
    at,
    member,
    attachments: [],
    choices: [],
    sources: [],
  }
}

export function isLocal(message: Message): boolean {
  return message.id.startsWith(localPrefix)
}

function sameWords(a: Message, b: Message): boolean {
  return a.kind === b.kind && a.text.trim() === b.text.trim() && a.attachments[0]?.id === b.attachments[0]?.id
}

export interface Day {
  /** local date in the business's zone */
  date: string
  messages: Message[]
}

/** Cuts the thread at the business's midnights. */
export function byDay(messages: Message[], dateOf: (instant: string) => string): Day[] {
  const days: Day[] = []
  for (const message of messages) {
    const date = dateOf(message.at)
    const last = days.at(-1)
    if (last?.date === date) last.messages.push(message)
    else days.push({ date, messages: [message] })
  }
  return days
}

/** Bare addresses in a text, so that they can be followed; everything else stays text. */
export function withLinks(text: string): { text: string; href?: string }[] {
  const parts: { text: string; href?: string }[] = []
  let from = 0
  for (const found of text.matchAll(/https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)]/g)) {
    if (found.index > from) parts.push({ text: text.slice(from, found.index) })
    parts.push({ text: found[0], href: found[0] })
    from = found.index + found[0].length
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from) })
  return parts
}

const unspoken = ['suggestion', 'note', 'event']

/** The assistant's drafts that nobody has answered for yet, the newest three. */
export function currentDrafts(messages: Message[]): Message[] {
  const last = messages.findLast(({ kind }) => !unspoken.includes(kind))?.seq ?? 0
  return messages
    .filter(({ kind, seq, event }) => kind === 'suggestion' && seq > last && event?.type !== 'discarded')
    .slice(-3)
}

/** Pressed again, the key takes the next one. */
export function nextDraft(drafts: Message[], taken: string | undefined): Message | undefined {
  return drafts[(drafts.findIndex(({ id }) => id === taken) + 1) % drafts.length]
}
