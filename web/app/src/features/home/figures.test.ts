import { describe, expect, it } from 'vitest'
import { change, share } from './figures'

describe('the figures on Home', () => {
  it('knows no share where nothing was answered', () => {
    expect(share({ answered: 0, byAi: 0 })).toBeUndefined()
    expect(share({ answered: 47, byAi: 41 })).toBeCloseTo(0.872)
  })

  it('compares only what is known on both sides', () => {
    expect(change(undefined, 0.5)).toBeUndefined()
    expect(change(0.5, 0.75)).toBe(0.25)
  })
})
