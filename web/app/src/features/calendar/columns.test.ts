import { expect, test } from 'vitest'
import type { Provider } from '@/api/types'
import { weekColumns } from './columns'
import { makeAxis } from './grid'

const person = (id: string) => ({ id, timezone: 'Europe/Rome', exceptions: [] }) as unknown as Provider
const axis = makeAxis(['2026-03-05', '2026-03-06'], 'Europe/Rome')
const nothing = { bookings: [], holds: [], timesOff: [], hours: undefined }
const booked = (...people: Provider[]) => weekColumns(axis, people, nothing).map(({ providerId }) => providerId)

test('in the week of a single person empty time is that person’s, in the week of several anyone’s', () => {
  expect(booked(person('elena'))).toEqual(['elena', 'elena'])
  expect(booked(person('elena'), person('marco'))).toEqual([undefined, undefined])
})
