import { beforeEach, expect, it } from 'vitest'
import { addToReply, compareDraft, draftKept, giveBack, madeOf, readDraft, showsDraft, writeDraft } from './drafts'

let conversation = ''
beforeEach(() => {
  conversation = crypto.randomUUID()
})
const compare = (theirs?: { text: string; version: number }) => compareDraft('aurora', conversation, 'reply', theirs)

it('takes over what was written on another device', () => {
  expect(compare({ text: 'From the phone', version: 3 })).toBe('take')
  draftKept('aurora', conversation, 'reply', 'From the phone', 3)
  expect(readDraft('aurora', conversation, 'reply')).toBe('From the phone')
  expect(compare({ text: 'From the phone', version: 3 })).toBe('same')
  expect(compare({ text: '', version: 4 })).toBe('take')
})

it('sends what was written here without a network', () => {
  draftKept('aurora', conversation, 'reply', 'Hello', 1)
  writeDraft('aurora', conversation, 'reply', 'Hello Anna')
  expect(compare({ text: 'Hello', version: 1 })).toBe('send')
  expect(readDraft('aurora', conversation, 'reply')).toBe('Hello Anna')
})

it('stays ahead when more was written while it was sent', () => {
  writeDraft('aurora', conversation, 'reply', 'Hello Anna')
  draftKept('aurora', conversation, 'reply', 'Hello', 1)
  expect(readDraft('aurora', conversation, 'reply')).toBe('Hello Anna')
  expect(compare({ text: 'Hello', version: 1 })).toBe('send')
})

it('puts what was refused before what has been begun since, in its own box alone', () => {
  const shown: string[] = []
  const end = showsDraft('aurora', conversation, 'reply', (text) => shown.push(text))
  writeDraft('aurora', conversation, 'note', 'Call her')
  giveBack('aurora', conversation, 'note', 'Only for us')
  expect(shown).toEqual([])
  expect(readDraft('aurora', conversation, 'note')).toBe('Only for us\nCall her')

  giveBack('aurora', conversation, 'reply', 'See you at 3', 'draft-1')
  end()
  giveBack('aurora', conversation, 'reply', 'See you at 4', 'draft-2')
  expect(shown).toEqual(['See you at 3'])
  expect(readDraft('aurora', conversation, 'reply')).toBe('See you at 4')
  expect(madeOf('aurora', conversation)).toBe('draft-2')
})

it('puts words behind what has been begun in the reply', () => {
  const shown: string[] = []
  writeDraft('aurora', conversation, 'note', 'Call her')
  addToReply('aurora', conversation, 'Tuesday 24 November, 10:00')
  expect(readDraft('aurora', conversation, 'reply')).toBe('Tuesday 24 November, 10:00')
  const end = showsDraft('aurora', conversation, 'reply', (text) => shown.push(text))
  writeDraft('aurora', conversation, 'reply', 'See you on')
  addToReply('aurora', conversation, 'Tuesday')
  end()
  expect(shown).toEqual(['See you on Tuesday'])
  expect(readDraft('aurora', conversation, 'note')).toBe('Call her')
})

it('knows which draft of the assistant a text was made of until nothing of it is left', () => {
  writeDraft('aurora', conversation, 'reply', 'See you at 3', { of: 'draft-1' })
  writeDraft('aurora', conversation, 'reply', 'See you at 3!')
  expect(madeOf('aurora', conversation)).toBe('draft-1')
  writeDraft('aurora', conversation, 'reply', '')
  expect(madeOf('aurora', conversation)).toBeUndefined()
})
