import { expect, test } from 'vitest'
import type { Appointment } from '@/api/types'
import { nextAndPast } from './nextAndPast'

const now = Date.parse('2026-03-05T12:00:00Z')

function appointment(day: string, status: Appointment['status']) {
  return { start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, status } as Appointment
}

test('what is to come stands soonest first, what was newest first', () => {
  const [friday, saturday] = [appointment('2026-03-06', 'confirmed'), appointment('2026-03-07', 'requested')]
  const [monday, tuesday] = [appointment('2026-03-02', 'done'), appointment('2026-03-03', 'confirmed')]
  expect(nextAndPast([monday, saturday, friday, tuesday], now)).toEqual({
    next: [friday, saturday],
    past: [tuesday, monday],
  })
})

test('what is cancelled, missed or done is never next', () => {
  const over = (['cancelled', 'no-show', 'done'] as const).map((status) => appointment('2026-03-06', status))
  expect(nextAndPast(over, now).next).toEqual([])
  expect(nextAndPast(over, now).past).toHaveLength(3)
})
