import { describe, expect, it } from 'vitest'
import { easterOf, holidaysFrom } from './holidays'

describe('the holidays of a country', () => {
  it('reckons Easter', () => {
    expect([2024, 2025, 2026, 2027, 2038, 2049].map(easterOf)).toEqual([
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
      '2049-04-18',
    ])
  })

  it('names those of the next twelve months in order, none twice', () => {
    const ahead = holidaysFrom('IT', '2026-11-22')

    expect(ahead.map(({ date }) => date)).toEqual([
      '2026-12-08',
      '2026-12-25',
      '2026-12-26',
      '2027-01-01',
      '2027-01-06',
      '2027-03-28',
      '2027-03-29',
      '2027-04-25',
      '2027-05-01',
      '2027-06-02',
      '2027-08-15',
      '2027-10-04',
      '2027-11-01',
    ])
    expect(ahead.at(-2)?.name).toBe('saintFrancis')
  })

  it('moves with Easter', () => {
    expect(holidaysFrom('FR', '2027-01-01')).toContainEqual({ date: '2027-05-06', name: 'ascension' })
    expect(holidaysFrom('AT', '2027-01-01')).toContainEqual({ date: '2027-05-27', name: 'corpusChristi' })
  })

  it('knows nothing of other countries', () => {
    expect(holidaysFrom('JP', '2026-11-22')).toEqual([])
  })
})
