import * as format from '@frontdesk/shared/format'
import { describe, expect, it } from 'vitest'
import { factsOf, outcomeOf, type Words } from './why'

const zone = 'Europe/Rome'

function words(locale: string): Words {
  return {
    service: (id) => ({ s1: 'Haircut' })[id],
    provider: (id) => ({ p1: 'Elena', p2: 'Marco' })[id],
    appointment: (id) => ({ a1: 'Beard' })[id],
    anyone: 'anyone',
    phone: (number) => number,
    day: (instant) => format.formatShortDay(instant, zone, locale),
    time: (instant) => format.formatTime(instant, zone, locale),
    dayKey: (instant) => format.localDate(instant, zone),
    more: (count) => `${count} more`,
  }
}

const when = (...windows: [string, string][]) =>
  factsOf({ windows: windows.map(([from, to]) => ({ from, to })) }, words('en'))[0]?.value

describe('what a tool was asked', () => {
  it('is said in words, with names for ids and the times of the business', () => {
    const booking = {
      service: 's1',
      providers: ['p1', 'p2'],
      start: '2026-11-24T09:30:00Z',
      name: 'Ana',
      phone: '333 1',
    }
    expect(factsOf(booking, words('en'))).toEqual([
      { label: 'service', value: 'Haircut' },
      { label: 'when', value: 'Tue 24 Nov 10:30' },
      { label: 'providers', value: 'Elena, Marco' },
      { label: 'name', value: 'Ana' },
      { label: 'phone', value: '333 1' },
    ])
    expect(factsOf({ start: booking.start }, words('it'))).toEqual([{ label: 'when', value: 'mar 24 nov 10:30' }])
  })

  it('names a whole day, hours of one, a moment, and days in a row', () => {
    expect(when(['2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'])).toBe('Tue 24 Nov')
    expect(when(['2026-11-24T08:00:00Z', '2026-11-24T11:00:00Z'])).toBe('Tue 24 Nov 09:00–12:00')
    expect(when(['2026-11-24T09:30:00Z', '2026-11-24T09:31:00Z'])).toBe('Tue 24 Nov 10:30')
    expect(when(['2026-11-23T23:00:00Z', '2026-11-25T23:00:00Z'])).toBe('Tue 24 Nov – Wed 25 Nov')
    expect(when(['2026-11-24T15:00:00Z', '2026-11-25T11:00:00Z'])).toBe('Tue 24 Nov 16:00 – Wed 25 Nov 12:00')
  })

  it('is told in part when it was much', () => {
    const days = [24, 25, 26, 27, 28, 29].map((day): [string, string] => [
      `2026-11-${day}T08:00:00Z`,
      `2026-11-${day}T09:00:00Z`,
    ])
    expect(when(...days)).toMatch(/^Tue 24 Nov 09:00–10:00; .*; 2 more$/)
  })

  it('leaves out what nobody can read', () => {
    expect(factsOf({ proposal: 'x', limit: 9, forMove: null, service: 'gone' }, words('en'))).toEqual([])
    expect(factsOf({ appointment: 'a1' }, words('en'))).toEqual([{ label: 'appointment', value: 'Beard' }])
    expect(factsOf({ providers: [] }, words('en'))).toEqual([{ label: 'providers', value: 'anyone' }])
  })
})

it('reads how many a tool found, and why it refused', () => {
  expect(outcomeOf('12 times')).toEqual({ what: 'times', count: 12 })
  expect(outcomeOf('refused: outside-hours')).toEqual({ what: 'refused', reason: 'outside-hours' })
  expect(outcomeOf('kept')).toEqual({ what: 'kept' })
})
