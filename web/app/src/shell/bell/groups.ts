import type { Notification } from './api'

/** What was told about one customer or one channel, newest first. */
export interface Group {
  key: string
  name: string
  conversationId?: string
  at: string
  unread: boolean
  items: Notification[]
}

/** In the order of the newest of each. */
export function grouped(notifications: readonly Notification[]): Group[] {
  const groups = new Map<string, Group>()
  for (const item of notifications) {
    const key = item.conversationId ?? `channel ${item.name}`
    const known = groups.get(key)
    if (known) {
      known.items.push(item)
      known.unread ||= !item.read
    } else {
      groups.set(key, {
        key,
        name: item.name,
        conversationId: item.conversationId ?? undefined,
        at: item.at,
        unread: !item.read,
        items: [item],
      })
    }
  }
  return [...groups.values()]
}
