import { expect, test } from 'vitest'
import { readAsked, sortedBy, writeAsked } from './asked'

test('reads what it has written, and nothing that it does not know', () => {
  const asked = { q: 'Ada & Bice', channel: 'c1', sort: '-name' } as const
  expect(readAsked(Object.fromEntries(new URLSearchParams(writeAsked(asked))))).toEqual(asked)
  expect(readAsked({ q: 333, sort: 'notes', other: 1 })).toEqual({ q: '333' })
  expect(writeAsked({ q: undefined })).toBe('')
})

test('begins with the first letter or the newest, and turns round', () => {
  expect(sortedBy('name', '-created')).toBe('name')
  expect(sortedBy('name', 'name')).toBe('-name')
  expect(sortedBy('name', '-name')).toBe('name')
  expect(sortedBy('seen', 'name')).toBe('-seen')
  expect(sortedBy('seen', '-seen')).toBe('seen')
})
