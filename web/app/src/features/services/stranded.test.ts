import { describe, expect, it } from 'vitest'
import type { Appointment } from '@/api/types'
import { changedDays, outside } from './stranded'

const booking = (start: string, end: string, status = 'confirmed') =>
  ({ start: `2026-12-24T${start}:00Z`, end: `2026-12-24T${end}:00Z`, status }) as Appointment
const timeOf = (instant: string) => instant.slice(11, 16)

describe('bookings that a changed day leaves outside', () => {
  it('looks at new and changed days only', () => {
    const christmas = { date: '2026-12-25', closed: true }
    const eve = { date: '2026-12-24', closed: false, open: '09:00', close: '13:00' }

    expect(changedDays([christmas, { ...eve, close: '12:00' }], [christmas, eve])).toEqual([eve])
  })

  it('takes all of a closed day, and of a shorter one what begins before or ends after it', () => {
    const day = [booking('08:30', '09:30'), booking('12:00', '13:00'), booking('12:30', '13:30')]

    expect(outside(day, { date: '2026-12-24', closed: true }, timeOf)).toHaveLength(3)
    expect(outside(day, { date: '2026-12-24', closed: false, open: '09:00', close: '13:00' }, timeOf)).toEqual([
      day[0],
      day[2],
    ])
  })

  it('passes over what was called off', () => {
    expect(outside([booking('10:00', '11:00', 'cancelled')], { date: '2026-12-24', closed: true }, timeOf)).toEqual([])
  })
})
