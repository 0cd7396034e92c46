import type { Message } from './types'

/**
 * What was sent and has not arrived. It is kept in this browser until it does, because asking the server again, or a reload
 * while the network is away, would leave nothing of it. Its id is the key under which it is sent: once, however often.
 */

const name = (business: string, conversation: string) => `fd-unsent:${business}:${conversation}`

interface Unsent extends Message {
  /** when a try began whose end is not known */
  trying?: number
}

/** Newest first, as the server gives messages. */
export function unsentOf(business: string, conversation: string): Unsent[] {
  try {
    const stored = localStorage.getItem(name(business, conversation))
    return stored ? (JSON.parse(stored) as Unsent[]) : []
  } catch {
    return []
  }
}

/** The text of the newest that did not arrive; one that is on its way now may yet. */
export function notArrived(business: string, conversation: string): string | undefined {
  const since = Date.now() - longestTry
  return unsentOf(business, conversation).find(({ id, trying }) => !onTheWay.has(id) && !(trying && trying > since))
    ?.text
}

const onTheWay = new Set<string>()
const watchers = new Set<() => void>()
/** A try of another tab, or of before a reload, may take so long. */
const longestTry = 30_000

export function watchUnsent(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

if (typeof window !== 'undefined') {
  // what another tab keeps, or has got rid of
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith('fd-unsent:')) watchers.forEach((watcher) => watcher())
  })
}

function tell(id: string, sending: boolean) {
  if (sending) onTheWay.add(id)
  else onTheWay.delete(id)
  watchers.forEach((watcher) => watcher())
}

/** Until it is known whether it has arrived. */
export async function whileSending<T>(message: Message, sending: () => Promise<T>): Promise<T> {
  tell(message.id, true)
  try {
    return await sending()
  } finally {
    tell(message.id, false)
  }
}

/** Before it is sent, and again when that was in vain. */
export function keepUnsent(business: string, conversation: string, message: Message, inVain = false): void {
  const others = unsentOf(business, conversation).filter(({ id }) => id !== message.id)
  const kept: Unsent = { ...message, status: 'unsent', trying: inVain ? undefined : Date.now() }
  write(business, conversation, [kept, ...others])
}

export function forgetUnsent(business: string, conversation: string, id: string): void {
  const others = unsentOf(business, conversation).filter((message) => message.id !== id)
  write(business, conversation, others)
}

function write(business: string, conversation: string, messages: Unsent[]) {
  try {
    if (messages.length > 0) localStorage.setItem(name(business, conversation), JSON.stringify(messages))
    else localStorage.removeItem(name(business, conversation))
  } catch {
    // storage is blocked: it is shown as long as the page lives
  }
}
