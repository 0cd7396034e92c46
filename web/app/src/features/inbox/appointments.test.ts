import { expect, it } from 'vitest'
import type { Me } from '@/api/types'
import { whenFor } from './appointments'

const studio = { locale: 'it', timezone: 'Europe/Rome', country: 'IT' } as Me['tenant']
const start = '2026-03-05T09:30:00Z'

it('says when in the customer’s language, and in the business’s where that is not known', () => {
  const customer = { id: '1', name: 'Ana', phone: '+393331234567' }
  expect(whenFor(start, { ...customer, language: 'en' }, studio)).toBe('Thursday 5 March, 10:30')
  expect(whenFor(start, customer, studio)).toBe('giovedì 5 marzo, 10:30')
})

it('names the zone to who calls from another country', () => {
  const customer = { id: '1', name: 'Ben', language: 'en', phone: '+12125550123' }
  expect(whenFor(start, customer, studio)).toBe('Thursday 5 March, 10:30 (GMT+1)')
})
