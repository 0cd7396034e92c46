import { describe, expect, it } from 'vitest'
import {
  formatZone,
  formatDate,
  formatDuration,
  formatListTime,
  formatMoney,
  formatPhone,
  formatPhoneAbroad,
  formatRelative,
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

  it('writes durations, and how long ago something was', () => {
    expect(plain(formatDuration(45, 'en'))).toBe('45 min')
    expect(plain(formatDuration(90, 'it'))).toBe('1 h 30 min')
    expect(formatRelative('2026-03-05T10:00:00Z', '2026-03-05T12:00:00Z', 'Europe/Rome', 'en')).toBe('2 h ago')
    expect(formatRelative('2026-03-05T10:00:00Z', '2026-03-05T12:00:00Z', 'Europe/Rome', 'it')).toBe('2 h fa')
  })

  it.each([
    ['IT', '+393331234567', '333 123 4567', '+39 333 123 4567'],
    ['IT', '+390255501234', '02 5550 1234', '+39 02 5550 1234'],
    ['IT', '+390551234567', '055 123 4567', '+39 055 123 4567'],
    ['IT', '+390541123456', '0541 123 456', '+39 0541 123 456'],
    ['GB', '+447700900113', '07700 900113', '+44 7700 900113'],
    ['GB', '+442079460018', '020 7946 0018', '+44 20 7946 0018'],
    ['GB', '+441214960123', '0121 496 0123', '+44 121 496 0123'],
    ['GB', '+441632960123', '01632 960123', '+44 1632 960123'],
    ['FR', '+33639980115', '06 39 98 01 15', '+33 6 39 98 01 15'],
    ['DE', '+493012345678', '030 12345678', '+49 30 12345678'],
    ['DE', '+492211234567', '0221 1234567', '+49 221 1234567'],
    ['DE', '+4915123456789', '01512 3456789', '+49 1512 3456789'],
    ['DE', '+491712345678', '0171 2345678', '+49 171 2345678'],
    ['ES', '+34612345678', '612 34 56 78', '+34 612 34 56 78'],
    ['US', '+12125550123', '212 555 0123', '+1 212 555 0123'],
    ['PT', '+351912345678', '912 345 678', '+351 912 345 678'],
  ])('writes a number of %s at home and abroad: %s', (country, phone, home, abroad) => {
    expect(formatPhone(phone, country)).toBe(home)
    expect(formatPhoneAbroad(phone)).toBe(abroad)
  })

  it('leaves a number of a country it does not know as it is', () => {
    expect(formatPhone('+8613812345678', 'IT')).toBe('+8613812345678')
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

describe('a time zone', () => {
  it('is named by its city only where cities have English names', () => {
    expect(formatZone('Europe/Rome', 'en')).toBe('Rome time')
    expect(formatZone('America/New_York', 'en')).toBe('New York time')
    expect(formatZone('Europe/Rome', 'it')).toBe('Ora dell’Europa centrale')
    expect(formatZone('Europe/Lisbon', 'it')).toBe('Ora dell’Europa occidentale')
    expect(formatZone('Europe/Kyiv', 'it')).toBe('Ora dell’Europa orientale')
  })
})
