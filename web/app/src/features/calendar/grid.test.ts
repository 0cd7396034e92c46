import { describe, expect, it } from 'vitest'
import { instantOf } from '@/parts/booking/instants'
import { bottomOf, heightOf, hourHeight, instantAt, makeAxis, outside, topOf } from './grid'

const rome = 'Europe/Rome'
const at = (instant: string) => Date.parse(instant)
const day = (date: string) => makeAxis([date], rome).days[0]!

describe('the time axis', () => {
  it('has 24 rows on most days', () => {
    const axis = makeAxis(['2026-03-05'], rome)
    expect(axis.labels).toHaveLength(24)
    expect(axis.labels[9]).toBe('09:00')
    expect(heightOf(axis)).toBe(24 * hourHeight)
  })

  it('leaves out the hour that spring takes', () => {
    const axis = makeAxis(['2026-03-29'], rome)
    expect(axis.labels).toHaveLength(23)
    expect(axis.labels.slice(0, 4)).toEqual(['00:00', '01:00', '03:00', '04:00'])
  })

  it('shows twice the hour that autumn gives', () => {
    const axis = makeAxis(['2026-10-25'], rome)
    expect(axis.labels).toHaveLength(25)
    expect(axis.labels.slice(1, 5)).toEqual(['01:00', '02:00', '02:00', '03:00'])
  })

  it('lines up a short day beside long ones', () => {
    const axis = makeAxis(['2026-03-28', '2026-03-29'], rome)
    expect(axis.labels).toHaveLength(24)
    expect(axis.days[1]!.rows[2]).toBeUndefined()
    const nine = instantOf('2026-03-29', '09:00', rome)
    expect(topOf(axis.days[1]!, nine)).toBe(topOf(axis.days[0]!, instantOf('2026-03-28', '09:00', rome)))
  })

  it('finds the instant again that it has placed, on every day of a year', () => {
    for (let number = 0; number < 365; number++) {
      const date = new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10)
      const shown = day(date)
      for (let instant = shown.start; instant < shown.end; instant += 15 * 60_000) {
        expect(instantAt(shown, topOf(shown, instant))).toBe(instant)
      }
    }
  })

  it('draws an hour an hour high across the change of clocks', () => {
    const shown = day('2026-03-29')
    const start = at('2026-03-29T00:30:00Z')
    expect(bottomOf(shown, start + 3_600_000) - topOf(shown, start)).toBe(hourHeight)
  })

  it('cuts what begins before the day or ends after it', () => {
    const shown = day('2026-03-05')
    expect(topOf(shown, shown.start - 1000)).toBe(0)
    expect(bottomOf(shown, shown.end + 1000)).toBe(24 * hourHeight)
  })
})

describe('closed time', () => {
  it('is what opening leaves, lunch included', () => {
    const shown = { start: 0, end: 100 }
    expect(
      outside(
        [
          { start: 50, end: 80 },
          { start: 20, end: 40 },
        ],
        shown,
      ),
    ).toEqual([
      { start: 0, end: 20 },
      { start: 40, end: 50 },
      { start: 80, end: 100 },
    ])
  })

  it('is the whole day when nothing is open', () => {
    expect(outside([], { start: 0, end: 10 })).toEqual([{ start: 0, end: 10 }])
  })
})
