import { expect, it } from 'vitest'
import { addDaysTo, addMonths, isDate, monthGrid, weekOf } from './dates'

it('counts days over months and clock changes', () => {
  expect(addDaysTo('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDaysTo('2026-03-30', -2)).toBe('2026-03-28')
})

it('begins weeks and months on Monday', () => {
  expect(weekOf('2026-03-05')[0]).toBe('2026-03-02')
  expect(monthGrid('2026-03')[0]).toBe('2026-02-23')
  expect(addMonths('2026-12', 1)).toBe('2027-01')
})

it('takes only dates from an address', () => {
  expect(isDate('2026-03-05')).toBe(true)
  expect(isDate('2026-13-45')).toBe(false)
  expect(isDate(undefined)).toBe(false)
})
