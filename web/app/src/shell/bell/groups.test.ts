import { expect, test } from 'vitest'
import type { Notification } from './api'
import { grouped } from './groups'

let made = 0
const told = (type: Notification['type'], name: string, more: Partial<Notification> = {}): Notification => ({
  id: `n${++made}`,
  type,
  name,
  reason: '',
  times: 1,
  at: '2026-03-05T09:00:00Z',
  read: false,
  ...more,
})

test('what is about one conversation stands together, at the place of the newest', () => {
  const groups = grouped([
    told('message-failed', 'Ana', { conversationId: 'a', read: true }),
    told('handoff', 'Ben', { conversationId: 'b' }),
    told('handoff', 'Ana', { conversationId: 'a' }),
  ])
  expect(groups.map(({ name, items, unread }) => [name, items.length, unread])).toEqual([
    ['Ana', 2, true],
    ['Ben', 1, true],
  ])
})

test('two customers of the same name are two, and a channel is its own', () => {
  const groups = grouped([
    told('handoff', 'Ana', { conversationId: 'a' }),
    told('handoff', 'Ana', { conversationId: 'b' }),
    told('channel-down', 'WhatsApp'),
    told('channel-down', 'WhatsApp', { read: true }),
  ])
  expect(groups).toHaveLength(3)
})
