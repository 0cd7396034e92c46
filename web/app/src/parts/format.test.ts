import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDuration,
  formatListTime,
  formatMoney,
  formatPhone,
  formatTime,
  weekdayName,
} from '@frontdesk/shared/format'
import { problemOf, toOpenings, toWeek } from '@frontdesk/shared/hours'
import { moneyText, parseMoney } from '@frontdesk/shared/money'

const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ')

describe('formats', () => {
  it('writes dates as each language does, in the zone of the business', () => {
    expect(formatDate('2026-03-05T23:30:00Z', 'Europe/Rome', 'it')).toBe('ven 6 mar 2026')
    expect(formatDate('2026-03-05T12:00:00Z', 'Europe/Rome', 'en')).toBe('Thu 5 Mar 2026')
    expect(formatTime('2026-03-29T01:30:00Z', 'Europe/Rome', 'it')).toBe('03:30')
    expect(weekdayName('monday', 'it')).toBe('lunedì')
  })

  it('writes money from minor units, grouped always', () => {
    expect(plain(formatMoney({ amount: 123450, currency: 'EUR' }, 'it'))).toBe('1.234,50 €')
    expect(plain(formatMoney({ amount: 123450, currency: 'EUR' }, 'en'))).toBe('€1,234.50')
    expect(plain(formatMoney({ amount: 1200, currency: 'JPY' }, 'en'))).toContain('1,200')
  })

  it('writes durations and phones', () => {
    expect(plain(formatDuration(45, 'en'))).toBe('45 min')
    expect(plain(formatDuration(90, 'it'))).toBe('1 h 30 min')
    expect(formatPhone('+393331234567', 'IT')).toBe('333 123 4567')
    expect(formatPhone('+447700900123', 'IT')).toBe('+44 770 090 0123')
  })

  it('writes the time for today and yesterday by name', () => {
    const now = '2026-03-05T12:00:00Z'
    expect(formatListTime('2026-03-05T08:05:00Z', now, 'Europe/Rome', 'it')).toBe('09:05')
    expect(formatListTime('2026-03-04T22:00:00Z', now, 'Europe/Rome', 'it')).toBe('ieri')
  })
})

describe('amounts as people type them', () => {
  it.each([
    ['25', 2500],
    ['25,5', 2550],
    ['25.50', 2550],
    ['1.250,00', 125000],
    ['1,250.00', 125000],
    ['€ 30', 3000],
  ])('reads %s', (text, amount) => expect(parseMoney(text, 'EUR')).toBe(amount))

  it.each(['', 'free', '-5', '1e3'])('does not read %s', (text) => expect(parseMoney(text, 'EUR')).toBeUndefined())

  it('writes them back as typed', () => {
    expect(moneyText({ amount: 2550, currency: 'EUR' }, 'it')).toBe('25,50')
    expect(moneyText({ amount: 2500, currency: 'EUR' }, 'en')).toBe('25')
  })
})

describe('hours', () => {
  it('go by day and back', () => {
    const openings = [
      { day: 'monday', open: '09:00', close: '13:00' },
      { day: 'monday', open: '14:00', close: '18:00' },
    ] as const
    expect(toOpenings(toWeek(openings))).toEqual(openings)
  })

  it('are refused when they overlap or end before they start', () => {
    expect(
      problemOf([
        { open: '09:00', close: '13:00' },
        { open: '12:00', close: '18:00' },
      ]),
    ).toBe('overlap')
    expect(problemOf([{ open: '13:00', close: '09:00' }])).toBe('order')
    expect(problemOf([{ open: '', close: '09:00' }])).toBe('missing')
    expect(problemOf([{ open: '18:00', close: '00:00' }])).toBeUndefined()
  })
})
