import { expect, test, vi } from 'vitest'
import { spokenTag, tagOf } from './language'

vi.stubGlobal('navigator', { language: 'en-GB' })

const day = (locale: string) =>
  new Intl.DateTimeFormat(tagOf(locale), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    .format(new Date('2026-11-24T09:00:00Z'))
    .replace(',', '')

test('the day comes before the month in every English but American', () => {
  for (const english of ['en', 'en-GB', 'en-AU', 'en-CA', 'EN']) expect(day(english)).toBe('Tuesday 24 November')
  expect(day('en-US')).toBe('Tuesday November 24')
  expect(day('it')).toBe('martedì 24 novembre')
})

test('a wrong tag breaks no dates', () => {
  expect(day('not a tag')).toBe('Tuesday 24 November')
})

test('among the messages the language of the talk is spoken, unless another was chosen', () => {
  const language = (page: string, held?: string, chosen?: string) => spokenTag(page, held, chosen).slice(0, 2)
  expect(language('en-GB', 'it')).toBe('it')
  expect(language('it', 'en')).toBe('en')
  expect(language('en-GB', 'it', 'en')).toBe('en')
  expect(language('en-GB')).toBe('en')
  expect(language('en-GB', 'fr')).toBe('en')
  expect(spokenTag('en-US', 'en')).toBe('en-US')
})
