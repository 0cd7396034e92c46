import { describe, expect, it } from 'vitest'
import type { BusinessHours, Provider } from '@/api/types'
import { fullness, openOn } from './hours'

const business: BusinessHours = {
  weekly: [
    { day: 'thursday', open: '09:00', close: '13:00' },
    { day: 'thursday', open: '14:00', close: '18:00' },
  ],
  exceptions: [{ date: '2026-03-12', closed: true, reason: 'Local holiday' }],
}
const anna: Provider = {
  id: 'p',
  name: 'Anna',
  color: 1,
  timezone: 'Europe/Rome',
  serviceIds: [],
  hours: null,
  exceptions: [],
  archived: false,
}
const at = (instant: string) => Date.parse(instant)

describe('opening', () => {
  it('is the business’s where a provider has no hours of her own', () => {
    expect(openOn('2026-03-05', anna, business).spans).toEqual([
      { start: at('2026-03-05T08:00:00Z'), end: at('2026-03-05T12:00:00Z') },
      { start: at('2026-03-05T13:00:00Z'), end: at('2026-03-05T17:00:00Z') },
    ])
  })

  it('follows the local clock after it changes', () => {
    expect(openOn('2026-04-02', anna, business).spans[0]?.start).toBe(at('2026-04-02T07:00:00Z'))
  })

  it('ends for everybody on a closed day, with the reason', () => {
    expect(openOn('2026-03-12', anna, business)).toEqual({ spans: [], reason: 'Local holiday' })
  })

  it('takes the provider’s own special day before the business’s', () => {
    const special = { ...anna, exceptions: [{ date: '2026-03-12', closed: false, open: '10:00', close: '12:00' }] }
    expect(openOn('2026-03-12', special, business).spans).toHaveLength(1)
  })
})

it('says how full a day is by the time that is open', () => {
  const open = [{ start: 0, end: 100 }]
  expect(fullness(open, [{ start: 50, end: 120 }])).toBe(50)
  expect(fullness([], [])).toBeUndefined()
})
