import { expect, test } from 'vitest'
import { isQuiet } from './noticeChoice'

const at = (time: string) => new Date(`2026-03-05T${time}:00`)

test('quiet hours of one day begin at their first minute and end before their last', () => {
  const lunch = { from: '13:00', to: '14:30' }
  expect(isQuiet(lunch, at('12:59'))).toBe(false)
  expect(isQuiet(lunch, at('13:00'))).toBe(true)
  expect(isQuiet(lunch, at('14:29'))).toBe(true)
  expect(isQuiet(lunch, at('14:30'))).toBe(false)
})

test('quiet hours over midnight hold on both of its sides', () => {
  const night = { from: '20:00', to: '08:00' }
  expect(isQuiet(night, at('23:59'))).toBe(true)
  expect(isQuiet(night, at('00:00'))).toBe(true)
  expect(isQuiet(night, at('08:00'))).toBe(false)
  expect(isQuiet(night, at('19:59'))).toBe(false)
})

test('without quiet hours it is never quiet', () => {
  expect(isQuiet(undefined, at('03:00'))).toBe(false)
})
