import { describe, expect, it } from 'vitest'
import type { Appointment } from '@/api/types'
import { stillPossible, undecided, type Affected } from './timeOff'

const slot = (start: string) => ({ start, end: start, providerId: 'marco' })
const affected = (id: string, ...alternatives: string[]): Affected => ({
  appointment: { id } as Appointment,
  alternatives: alternatives.map(slot),
})

describe('decisions on what falls into time off', () => {
  it('keeps those that are still possible and forgets a time that is gone', () => {
    const list = [affected('a', '10:00'), affected('b', '11:00'), affected('c')]
    const decisions = { a: slot('10:00'), b: slot('10:30'), c: 'keep' as const, elsewhere: 'cancel' as const }

    expect(stillPossible(decisions, list)).toEqual({ a: slot('10:00'), b: undefined, c: 'keep' })
  })

  it('knows what is left to decide', () => {
    const list = [affected('a'), affected('b')]

    expect(undecided(list, { a: 'cancel' })).toEqual([list[1]])
  })
})
