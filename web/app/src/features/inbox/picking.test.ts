import { expect, it } from 'vitest'
import { matching, mentioned, tokenAt } from './picking'

it('finds the word being typed, and only at the start of a word', () => {
  expect(tokenAt('/way', 4)).toEqual({ sign: '/', words: 'way', from: 0 })
  expect(tokenAt('Look, @Giu', 10)).toEqual({ sign: '@', words: 'Giu', from: 6 })
  expect(tokenAt('12/2', 4)).toBeUndefined()
  expect(tokenAt('a@b', 3)).toBeUndefined()
  expect(tokenAt('/way there', 10)).toBeUndefined()
})

it('offers what begins with the word first, and minds no accents', () => {
  const choices = [{ title: 'La città' }, { title: 'Cittadini' }, { title: 'Other', detail: 'in citta' }]
  expect(matching(choices, 'citta').map(({ title }) => title)).toEqual(['Cittadini', 'La città', 'Other'])
})

it('knows who is named', () => {
  const members = [
    { id: '1', name: 'Giulia Conti' },
    { id: '2', name: 'Paolo' },
  ]
  expect(mentioned('@Giulia Conti please look', members)).toEqual(['1'])
})
