import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatTime, localDate } from '@frontdesk/shared/format'
import { wordsOf } from './timeOffWords'

const zone = 'Europe/Rome'
const format = {
  zone,
  time: (at: string | Date) => formatTime(at, zone, 'en'),
  date: (at: string | Date) => formatDate(at, zone, 'en'),
  dateTime: (at: string | Date) => formatDateTime(at, zone, 'en'),
  localDate: (at: string | Date) => localDate(at, zone),
}

describe('the words for time off', () => {
  it('names whole days by their dates, the last one included', () => {
    const words = wordsOf({ start: '2026-08-09T22:00:00Z', end: '2026-08-15T22:00:00Z' }, format)

    expect(words).toContain(format.date('2026-08-10T10:00:00Z'))
    expect(words).toContain(format.date('2026-08-15T10:00:00Z'))
    expect(words).not.toContain(format.date('2026-08-16T10:00:00Z'))
  })

  it('names a single whole day once', () => {
    expect(wordsOf({ start: '2026-08-09T22:00:00Z', end: '2026-08-10T22:00:00Z' }, format)).toBe(
      format.date('2026-08-10T10:00:00Z'),
    )
  })

  it('names the hours of a part of a day', () => {
    const words = wordsOf({ start: '2026-08-10T08:00:00Z', end: '2026-08-10T09:30:00Z' }, format)

    expect(words).toContain('11:30')
    expect(words.match(/Aug/g)).toHaveLength(1)
  })
})
