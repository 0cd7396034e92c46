import { afterEach, expect, it, vi } from 'vitest'
import { heardTime, timeNow } from './clock'

afterEach(() => {
  vi.useRealTimers()
  heardTime(new Date().toUTCString())
})

it('goes by the server where this device is a day ahead, and goes on by itself', () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-06T10:00:00Z') })
  heardTime('Thu, 05 Mar 2026 10:00:00 GMT')
  vi.advanceTimersByTime(90_000)
  expect(new Date(timeNow()).toISOString()).toBe('2026-03-05T10:01:30.000Z')
})

it('takes what an answer needs on its way for no difference, and no date for none', () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-05T10:00:20Z') })
  heardTime('Thu, 05 Mar 2026 10:00:00 GMT')
  heardTime(null)
  expect(timeNow()).toBe(Date.now())
})
