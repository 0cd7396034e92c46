import { describe, expect, it } from 'vitest'
import { belongs, merged, placed, withMessage } from './rows'
import { views, type Conversation, type Message } from './types'

const row = (id: string, lastAt: string, more: Partial<Conversation> = {}): Conversation => ({
  id,
  channel: { id: 'c', type: 'sandbox', name: 'Try-out' },
  contact: { id: `contact-${id}`, name: id },
  status: 'open',
  handler: 'ai',
  aiMode: 'auto',
  ownershipVersion: 1,
  blocked: false,
  unread: 0,
  labelIds: [],
  lastAt,
  ...more,
})

const said = (more: Partial<Message>): Message => ({
  id: 'm',
  seq: 1,
  author: 'contact',
  kind: 'text',
  text: 'Ciao',
  status: 'received',
  at: '2026-03-05T10:00:00Z',
  attachments: [],
  choices: [],
  sources: [],
  ...more,
})

describe('a view', () => {
  it('shows what needs a person or failed under attention, until it is closed', () => {
    const needs = row('a', '1', { needsPerson: { since: '1', reason: 'asked' }, handler: 'person' })
    expect(belongs('attention', needs, 'me')).toBe(true)
    expect(belongs('attention', { ...needs, status: 'closed' }, 'me')).toBe(false)
    expect(belongs('attention', row('b', '1'), 'me')).toBe(false)
  })

  it('tells mine from nobody’s', () => {
    const mine = row('a', '1', { assignee: { id: 'me', name: 'Me' }, handler: 'person' })
    expect(belongs('mine', mine, 'me')).toBe(true)
    expect(belongs('unassigned', mine, 'me')).toBe(false)
    expect(belongs('unassigned', { ...mine, assignee: undefined }, 'me')).toBe(true)
  })
})

describe('spam', () => {
  const spam = row('a', '1', { status: 'spam', needsPerson: { since: '1', reason: 'asked' } })

  it('stands in its own view alone', () => {
    expect(views.filter((view) => belongs(view, spam, 'me', true))).toEqual(['spam'])
  })

  it('stays there whatever is written in it', () => {
    expect(withMessage(spam, said({ author: 'contact' }), false).status).toBe('spam')
  })
})

describe('the rows', () => {
  it('bring what changed to the top and leave the others in their order', () => {
    const rows = [row('a', '3'), row('b', '2'), row('c', '1')]
    expect(placed(rows, row('c', '4'), true).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })

  it('lose what no longer belongs', () => {
    expect(placed([row('a', '2'), row('b', '1')], row('a', '3'), false).map(({ id }) => id)).toEqual(['b'])
  })

  it('keep the member’s own unread count when an event leaves it out', () => {
    expect(merged(row('a', '1', { unread: 2 }), { ...row('a', '2'), unread: undefined }).unread).toBe(2)
  })

  it('wake up when the customer writes, and by nobody else', () => {
    const asleep = row('a', '1', { status: 'snoozed' })
    expect(withMessage(asleep, said({ author: 'contact' }), false).status).toBe('open')
    expect(withMessage(asleep, said({ author: 'member' }), false).status).toBe('snoozed')
  })

  it('count a customer’s message that is not being read, and no other', () => {
    const before = row('a', '2026-03-05T09:00:00Z')
    expect(withMessage(before, said({}), false).unread).toBe(1)
    expect(withMessage(before, said({}), true).unread).toBe(0)
    expect(withMessage(before, said({ author: 'ai' }), false).unread).toBe(0)
  })

  it('are not moved by notes', () => {
    const before = row('a', '2026-03-05T09:00:00Z')
    expect(withMessage(before, said({ kind: 'note' }), false)).toBe(before)
  })
})
