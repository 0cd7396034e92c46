import { describe, expect, it } from 'vitest'
import { initials } from './avatar'

describe('initials', () => {
  it.each([
    ['Hugo Marini', 'HM'],
    ['Anna', 'A'],
    ['Studio Aurora', 'SA'],
    ['+39 333 1234567', '+39'],
  ])('of %s are %s', (name, letters) => expect(initials(name)).toBe(letters))

  it.each([
    ['Dr Elena Ricci', 'ER'],
    ['Dr. Elena Ricci', 'ER'],
    ['Dott. Marco Bianchi', 'MB'],
    ['Dott.ssa Elena Ricci', 'ER'],
    ['Dr.ssa Elena Ricci', 'ER'],
    ['Prof. Dott. Marco Bianchi', 'MB'],
    ['Prof.ssa Ricci', 'R'],
    ['Dr Conti', 'C'],
  ])('of %s leave the title out: %s', (name, letters) => expect(initials(name)).toBe(letters))

  it.each([
    ['Drago Rossi', 'DR'],
    ['Profumi Neri', 'PN'],
    ['Dott.', 'D'],
  ])('of %s, which only begins like a title, are %s', (name, letters) => expect(initials(name)).toBe(letters))
})
