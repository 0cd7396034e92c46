import { describe, expect, it } from 'vitest'
import { nearest, sideBySide } from './layout'

const lanes = (spans: [number, number][]) =>
  sideBySide(spans, ([start, end]) => ({ start, end })).map(({ item, lane, lanes }) => [item[0], lane, lanes])

describe('blocks', () => {
  it('that follow each other take the whole width', () => {
    expect(
      lanes([
        [0, 10],
        [10, 20],
      ]),
    ).toEqual([
      [0, 0, 1],
      [10, 0, 1],
    ])
  })

  it('that overlap share it', () => {
    expect(
      lanes([
        [0, 10],
        [5, 15],
        [20, 30],
      ]),
    ).toEqual([
      [0, 0, 2],
      [5, 1, 2],
      [20, 0, 1],
    ])
  })

  it('take a lane that has become free', () => {
    expect(
      lanes([
        [0, 30],
        [5, 10],
        [10, 20],
      ]),
    ).toEqual([
      [0, 0, 2],
      [5, 1, 2],
      [10, 1, 2],
    ])
  })
})

it('offers the nearest times in the order of the day', () => {
  const slots = [8, 9, 10, 11, 12].map((hour) => ({ start: `2026-03-05T${String(hour).padStart(2, '0')}:00:00Z` }))
  expect(nearest(slots, Date.parse('2026-03-05T10:20:00Z'), 3).map(({ start }) => start.slice(11, 13))).toEqual([
    '09',
    '10',
    '11',
  ])
})
