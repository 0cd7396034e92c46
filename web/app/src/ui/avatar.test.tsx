import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Avatar } from './avatar'

const shown = (name: string, square = false) => renderToStaticMarkup(<Avatar name={name} square={square} />)

test('whoever gave a number and no name is shown as a person', () => {
  for (const number of ['366 123 4567', '+39 366 123 4567']) {
    expect(shown(number)).toContain('<svg')
    expect(shown(number)).not.toMatch(/>[+\d]/)
  }
})

test('a name is shown by its initials, and so is a business whose name is a number', () => {
  expect(shown('Ada Rossi')).toContain('>AR<')
  expect(shown('李小龍')).toContain('>李<')
  expect(shown('24/7', true)).toContain('>2<')
})
