import { expect, test } from 'vitest'
import { hoursLine } from './hours'
import { panelTexts } from './texts'

const now = new Date('2026-03-05T08:00:00Z')
const line = (open: { now: boolean; opensAt?: string; closesAt?: string }, locale = 'en-GB') =>
  hoursLine({ timezone: 'Europe/Rome', open }, locale, panelTexts(locale), now)

test("says the business's own time, whatever the visitor's zone", () => {
  expect(line({ now: true, closesAt: '2026-03-05T17:00:00Z' })).toBe('Open until 18:00')
})

test('names the day when people are back on another one', () => {
  expect(line({ now: false, opensAt: '2026-03-06T08:00:00Z' })).toContain('Friday 09:00')
  expect(line({ now: false, opensAt: '2026-03-06T08:00:00Z' }, 'it')).toContain('venerdì')
})

test('promises no time that it was not told', () => {
  expect(line({ now: false })).toBe(panelTexts('en').closed)
})
