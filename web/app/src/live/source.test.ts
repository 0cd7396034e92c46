import { expect, test } from 'vitest'
import { isPast } from './source'

const life = '0199aaaa-0000-7000-8000-000000000001'
const other = '0199aaaa-0000-7000-8000-000000000002'

test('a tab that joins has missed what the stream told after the tab began to read', () => {
  expect(isPast(`${life}-12`, `${life}-9`)).toBe(true)
  expect(isPast(`${life}-9`, `${life}-9`)).toBe(false)
  expect(isPast(`${life}-9`, `${life}-12`)).toBe(false)
})

test('a server that has begun anew may have told anything', () => {
  expect(isPast(`${life}-1`, `${other}-9`)).toBe(true)
})

test('a stream may have begun after the tab began to read; who has read nothing misses nothing', () => {
  expect(isPast(undefined, `${life}-9`)).toBe(true)
  expect(isPast(`${life}-9`, undefined)).toBe(false)
})
