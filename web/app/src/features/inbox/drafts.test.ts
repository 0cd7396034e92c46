import { beforeEach, expect, it } from 'vitest'
import { compareDraft, draftKept, readDraft, writeDraft } from './drafts'

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
