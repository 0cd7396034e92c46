import { expect, test } from 'vitest'
import { ranked, score, slipped } from './match'

test('accents and case do not matter', () => {
  expect(score('niccolo', 'Niccolò Rossi')).toBeGreaterThan(0)
  expect(score('ROSSI nic', 'Niccolò Rossi')).toBeGreaterThan(0)
})

test('one slip of the finger is forgiven, two are not', () => {
  expect(score('calender', 'Go to Calendar')).toBeGreaterThan(0)
  expect(score('guilia', 'Giulia Bianchi')).toBeGreaterThan(0)
  expect(score('gxxlia', 'Giulia Bianchi')).toBe(0)
})

test('short words must begin a word', () => {
  expect(score('in', 'Inbox')).toBeGreaterThan(0)
  expect(score('bo', 'Inbox')).toBe(0)
})

test('a phone is found by its last digits', () => {
  expect(score('8890', '+39 333 4128890')).toBeGreaterThan(0)
})

test('a slip is one letter more, less, other, or two swapped', () => {
  expect(slipped('inbox', 'inbo')).toBe(true)
  expect(slipped('inbox', 'inbux')).toBe(true)
  expect(slipped('inbox', 'ibnox')).toBe(true)
  expect(slipped('inbox', 'ixbon')).toBe(false)
})

test('a whole word comes before a beginning, a beginning before a slip', () => {
  expect(ranked(['Annarella', 'Anni', 'Anna'], 'anna', (name) => name)).toEqual(['Anna', 'Annarella', 'Anni'])
})
