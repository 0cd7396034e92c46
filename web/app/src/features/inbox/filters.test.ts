import { describe, expect, it } from 'vitest'
import { fits, readNarrowing, readPlace, readSearch, same, writeSearch } from './filters'
import type { Conversation } from './types'

const row: Conversation = {
  id: 'a',
  channel: { id: 'chat', type: 'webchat', name: 'Chat' },
  contact: { id: 'c', name: 'Ada', language: 'it' },
  status: 'open',
  handler: 'ai',
  aiMode: 'auto',
  ownershipVersion: 1,
  blocked: false,
  unread: 0,
  labelIds: ['vip'],
  lastAt: '2026-03-05T09:00:00Z',
}

describe('what narrows the list', () => {
  it('is read from the address, and nothing else is', () => {
    expect(readNarrowing({ q: 12, handler: 'nobody', unread: true, other: 'x' })).toEqual({ q: '12', unread: true })
  })

  it('is the same whether it stands in the view’s word or behind it', () => {
    const vip = { view: 'all', label: 'vip', unread: true } as const
    expect(same({ ...readPlace('label-vip'), unread: true }, vip)).toBe(true)
    expect(same({ ...readPlace('all'), ...readSearch('unread=true&label=vip') }, vip)).toBe(true)
    expect(same({ ...readPlace('mine'), ...readSearch('unread=true&label=vip') }, vip)).toBe(false)
    expect(same(readPlace('label-vip'), vip)).toBe(false)
  })

  it('can be the view itself', () => {
    expect(readPlace('label-vip')).toEqual({ view: 'all', label: 'vip' })
    expect(readPlace('channel-chat')).toEqual({ view: 'all', channel: 'chat' })
    expect(readPlace('mine')).toEqual({ view: 'mine' })
    expect(readPlace('nonsense')).toEqual({ view: 'all' })
  })

  it('holds for a row that changed', () => {
    expect(fits({ label: 'vip', handler: 'ai', assignee: 'nobody', language: 'it' }, row, false)).toBe(true)
    expect(fits({ label: 'other' }, row, true)).toBe(false)
    expect(fits({ handler: 'needs-person' }, row, true)).toBe(false)
  })

  it('keeps what is being read among the unread', () => {
    expect(fits({ unread: true }, row, true)).toBe(true)
    expect(fits({ unread: true }, row, false)).toBe(false)
  })

  it('is kept with a saved view', () => {
    const narrowing = { q: 'a&b', unread: true, handler: 'ai' } as const
    expect(readSearch(writeSearch(narrowing))).toEqual(narrowing)
  })

  it('leaves words to the server', () => {
    expect(fits({ q: 'ada' }, row, false)).toBe(false)
    expect(fits({ q: 'ada' }, row, true)).toBe(true)
  })
})
