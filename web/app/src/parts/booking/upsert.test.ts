import { expect, it } from 'vitest'
import type { Appointment } from '@/api/types'
import { overlaps, upserted } from './upsert'

const booking = (id: string, version: number) => ({ id, version }) as Appointment

it('takes a change in, and an older one not', () => {
  const list = [booking('a', 2), booking('b', 1)]
  expect(upserted(list, booking('a', 3), true).find(({ id }) => id === 'a')?.version).toBe(3)
  expect(upserted(list, booking('a', 1), true)).toBe(list)
})

it('takes out what moved to other days', () => {
  expect(upserted([booking('a', 1)], booking('a', 2), false)).toEqual([])
})

it('knows the days by their instants', () => {
  const at = { start: '2026-03-05T09:00:00Z', end: '2026-03-05T10:00:00Z' }
  expect(overlaps(at, '2026-03-04T23:00:00Z', '2026-03-05T23:00:00Z')).toBe(true)
  expect(overlaps(at, '2026-03-05T10:00:00Z', '2026-03-05T23:00:00Z')).toBe(false)
})
