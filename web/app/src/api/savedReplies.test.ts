import { expect, it } from 'vitest'
import { fill, openVariable } from './savedReplies'

it('fills what is known and leaves the rest to be seen', () => {
  const text = 'Ciao {{first_name}}, ti aspettiamo {{ appointment }}.'
  expect(fill(text, { first_name: 'Giulia' })).toBe('Ciao Giulia, ti aspettiamo {{ appointment }}.')
  expect(openVariable(fill(text, { first_name: 'Giulia' }))).toBe('{{ appointment }}')
  expect(openVariable(fill(text, { first_name: 'Giulia', appointment: 'giovedì' }))).toBeUndefined()
})
