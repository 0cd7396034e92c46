import { describe, expect, it } from 'vitest'
import type { Appointment } from '@/api/types'
import { instantOf } from '@/parts/booking/instants'
import type { ColumnData } from './Column'
import { makeAxis } from './grid'
import { obstacle, stepped, type Place } from './move'

const rome = 'Europe/Rome'
const hour = 3_600_000

function columns(...dates: string[]): ColumnData[] {
  return makeAxis(dates, rome).days.map((day) => ({
    id: day.date,
    day,
    open: [{ start: instantOf(day.date, '09:00', rome), end: instantOf(day.date, '18:00', rome) }],
    bookings: [],
    holds: [],
    timesOff: [],
  }))
}

const at = (date: string, time: string, column = 0): Place => {
  const start = instantOf(date, time, rome)
  return { column, start, end: start + hour }
}

describe('moving by keys', () => {
  const week = columns('2026-03-28', '2026-03-29', '2026-03-30')

  it('goes by quarters of an hour, and not out of the day', () => {
    expect(stepped(at('2026-03-28', '10:00'), 'down', week)).toEqual(at('2026-03-28', '10:15'))
    expect(stepped(at('2026-03-28', '00:00'), 'up', week)).toEqual(at('2026-03-28', '00:00'))
    expect(stepped(at('2026-03-28', '23:00'), 'down', week)).toEqual(at('2026-03-28', '23:00'))
  })

  it('keeps the hour on the wall when it goes to a day with other clocks', () => {
    expect(stepped(at('2026-03-28', '10:00'), 'right', week)).toEqual(at('2026-03-29', '10:00', 1))
    expect(stepped(at('2026-03-28', '10:00'), 'left', week)).toEqual(at('2026-03-28', '10:00'))
  })

  it('gets longer and shorter, and never nothing', () => {
    const place = at('2026-03-28', '10:00')
    expect(stepped(place, 'longer', week).end).toBe(place.end + hour / 4)
    const short = { ...place, end: place.start + hour / 4 }
    expect(stepped(short, 'shorter', week)).toEqual(short)
  })

  it('says what stands in the way', () => {
    const other = {
      id: 'b',
      providerId: 'p',
      status: 'confirmed',
      contact: { name: 'Chiara Volpi' },
      start: '2026-03-28T09:00:00Z',
      end: '2026-03-28T10:00:00Z',
    } as Appointment
    const moving = { ...other, id: 'a' }
    const taken = columns('2026-03-28')
    taken[0]!.bookings = [other, moving]
    expect(obstacle(at('2026-03-28', '10:30'), moving, taken)).toEqual({ taken: 'Chiara Volpi' })
    expect(obstacle(at('2026-03-28', '11:00'), moving, taken)).toEqual({})
    expect(obstacle(at('2026-03-28', '17:30'), moving, taken)).toEqual({ closed: true })
  })
})
