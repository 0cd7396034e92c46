import { describe, expect, it } from 'vitest'
import { bookingDay, offered, snoozeUntil } from './snooze'

const zone = 'Europe/Rome'

describe('snoozing', () => {
  it('counts evenings and mornings in the business’s zone', () => {
    const now = new Date('2026-03-05T09:00:00Z')
    expect(snoozeUntil('tonight', now, zone).toISOString()).toBe('2026-03-05T18:00:00.000Z')
    expect(snoozeUntil('tomorrow', now, zone).toISOString()).toBe('2026-03-06T08:00:00.000Z')
    expect(snoozeUntil('monday', now, zone).toISOString()).toBe('2026-03-09T08:00:00.000Z')
  })

  it('wakes at nine on the morning after the clocks change', () => {
    expect(snoozeUntil('tomorrow', new Date('2026-03-28T12:00:00Z'), zone).toISOString()).toBe(
      '2026-03-29T07:00:00.000Z',
    )
  })

  it('means the next Monday on a Monday', () => {
    expect(snoozeUntil('monday', new Date('2026-03-09T12:00:00Z'), zone).toISOString()).toBe('2026-03-16T08:00:00.000Z')
  })

  it('does not offer an evening that has come', () => {
    expect(offered(new Date('2026-03-05T19:00:00Z'), zone)).toEqual(['hour', 'tomorrow', 'monday'])
  })

  it('offers no time twice', () => {
    // Sunday noon
    expect(offered(new Date('2026-03-08T11:00:00Z'), zone)).toEqual(['hour', 'tonight', 'tomorrow'])
    // six in the evening, and some seconds
    expect(offered(new Date('2026-03-05T17:00:20Z'), zone)).toEqual(['hour', 'tomorrow', 'monday'])
    for (let hour = 0; hour < 24 * 7; hour++) {
      const now = new Date(Date.UTC(2026, 2, 2, hour))
      const times = offered(now, zone).map((choice) => snoozeUntil(choice, now, zone).getTime())
      expect(new Set(times).size).toBe(times.length)
    }
  })

  it('offers the day of the booking unless it is there by another name', () => {
    const booked = [{ start: '2026-03-06T10:00:00Z', status: 'confirmed' }]
    expect(bookingDay(booked, new Date('2026-03-05T09:00:00Z'), zone)?.toISOString()).toBe('2026-03-06T06:00:00.000Z')
    expect(bookingDay(booked, new Date('2026-03-06T05:00:00Z'), zone)).toBeUndefined()
  })
})
