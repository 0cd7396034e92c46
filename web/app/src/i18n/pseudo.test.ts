import { expect, test } from 'vitest'
import { pseudo, pseudoTexts } from './pseudo'

test('the long language is a third longer and keeps variables', () => {
  const words = pseudo('Show the {{count}} newest', 'en-XA')
  expect(words).toContain('{{count}}')
  expect(words.length).toBeGreaterThan('Show the {{count}} newest'.length * 1.3)
})

test('the language from right to left has letters of one, and all forms of number', () => {
  const texts = pseudoTexts({ days: { left_one: 'One day', left_other: '{{count}} days' } }, 'ar-XB')
  const days = texts.days as Record<string, string>
  expect(days.left_one).toMatch(/[\u0600-\u06ff]/)
  expect(Object.keys(days)).toEqual(expect.arrayContaining(['left_zero', 'left_two', 'left_few', 'left_many']))
  expect(days.left_few).toContain('{{count}}')
})
