import { describe, expect, it } from 'vitest'
import { added, byDay, laterStatus, local, withLinks } from './messages'
import type { Message } from './types'

const stored = (seq: number, more: Partial<Message> = {}): Message => ({
  id: `m${seq}`,
  seq,
  author: 'contact',
  kind: 'text',
  text: `text ${seq}`,
  status: 'received',
  at: '2026-03-05T10:00:00Z',
  attachments: [],
  choices: [],
  sources: [],
  ...more,
})

describe('a thread', () => {
  it('keeps the order of the conversation, whatever comes first', () => {
    expect(added([stored(1), stored(3)], stored(2)).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('shows a message once, however often it is told', () => {
    expect(added([stored(1)], stored(1))).toHaveLength(1)
  })

  it('puts our stored message in the place of the pending one', () => {
    const pending = local('Hello ', 'text', { id: 'me', name: 'Me' }, '2026-03-05T10:00:00Z')
    const shown = added([stored(1), pending], stored(2, { author: 'member', text: 'Hello' }))
    expect(shown.map(({ id }) => id)).toEqual(['m1', 'm2'])
  })

  it('does not take the answer to our request for news when the stream has told more', () => {
    const sent = stored(2, { author: 'member', status: 'sending' })
    expect(added([{ ...sent, status: 'queued' }], sent)[0]?.status).toBe('queued')
  })

  it('is cut at the midnights of the business', () => {
    const days = byDay([stored(1, { at: '2026-03-05T22:30:00Z' }), stored(2, { at: '2026-03-05T23:30:00Z' })], (at) =>
      at < '2026-03-05T23' ? '2026-03-05' : '2026-03-06',
    )
    expect(days.map(({ date }) => date)).toEqual(['2026-03-05', '2026-03-06'])
  })
})

describe('delivery', () => {
  it('moves forward only', () => {
    expect(laterStatus('read', 'delivered')).toBe('read')
    expect(laterStatus('sent', 'delivered')).toBe('delivered')
  })

  it('waits again when the channel could not take it', () => {
    expect(laterStatus('sending', 'queued')).toBe('queued')
    expect(laterStatus('queued', 'sending')).toBe('sending')
    expect(laterStatus('sent', 'queued')).toBe('sent')
  })

  it('may fail after the channel took it, and not once it arrived', () => {
    expect(laterStatus('sent', 'failed')).toBe('failed')
    expect(laterStatus('delivered', 'failed')).toBe('delivered')
  })

  it('stays failed when the word that it was sent comes late, with the reason', () => {
    expect(laterStatus('failed', 'sent')).toBe('failed')
    const failed = stored(1, { status: 'failed', failure: { code: '131026', reason: 'Undeliverable' } })
    expect(added([failed], stored(1, { status: 'sent' }))).toEqual([failed])
  })

  it('starts again after a failure', () => {
    expect(laterStatus('failed', 'queued')).toBe('queued')
    expect(laterStatus('sending', 'failed')).toBe('failed')
  })
})

describe('a text', () => {
  it('is followed where it names an address, and stays text elsewhere', () => {
    expect(withLinks('See https://a.example/x. <b>Ciao</b>')).toEqual([
      { text: 'See ' },
      { text: 'https://a.example/x', href: 'https://a.example/x' },
      { text: '. <b>Ciao</b>' },
    ])
  })
})
