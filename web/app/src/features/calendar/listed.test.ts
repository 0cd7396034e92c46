import { expect, test } from 'vitest'
import { listed } from './listed'
import { makeAxis } from './grid'

const { days } = makeAxis(['2026-03-05', '2026-03-06', '2026-03-07'], 'Europe/Rome')
const at = (id: string, start: string, end: string) => ({ id, start, end })
const shown = (bookings: ReturnType<typeof at>[], timesOff: ReturnType<typeof at>[], today = '') =>
  listed(days, bookings, timesOff, today).map(({ day, entries }) => [day.date, ...entries.map(({ id }) => id)])

test('a booking stands where it begins, and days without anything are left out', () => {
  const overMidnight = at('late', '2026-03-05T22:30:00Z', '2026-03-05T23:30:00Z')
  expect(shown([at('noon', '2026-03-07T11:00:00Z', '2026-03-07T12:00:00Z'), overMidnight], [])).toEqual([
    ['2026-03-05', 'late'],
    ['2026-03-07', 'noon'],
  ])
})

test('today stands there with or without anything', () => {
  expect(shown([at('first', '2026-03-05T09:00:00Z', '2026-03-05T10:00:00Z')], [], '2026-03-07')).toEqual([
    ['2026-03-05', 'first'],
    ['2026-03-07'],
  ])
})

test('what began before the first day stands under it', () => {
  expect(shown([at('over', '2026-03-04T22:30:00Z', '2026-03-04T23:30:00Z')], [])).toEqual([['2026-03-05', 'over']])
})

test('time off stands on every day it covers, among the bookings by when it begins there', () => {
  const away = at('away', '2026-03-05T13:00:00Z', '2026-03-06T23:00:00Z')
  expect(shown([at('morning', '2026-03-05T09:00:00Z', '2026-03-05T10:00:00Z')], [away])).toEqual([
    ['2026-03-05', 'morning', 'away'],
    ['2026-03-06', 'away'],
  ])
})
