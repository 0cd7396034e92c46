// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { local } from './messages'
import { forgetUnsent, keepUnsent, unsentOf } from './unsent'

const written = (text: string) => local(text, 'text', { id: 'm', name: 'Ada' }, new Date().toISOString())

it('keeps what has not arrived under its own key until it does', () => {
  const conversation = crypto.randomUUID()
  const [first, second] = [written('One'), written('Two')]
  keepUnsent('aurora', conversation, first)
  keepUnsent('aurora', conversation, second)
  keepUnsent('aurora', conversation, second)
  expect(unsentOf('aurora', conversation).map(({ id, status }) => [id, status])).toEqual([
    [second.id, 'unsent'],
    [first.id, 'unsent'],
  ])
  forgetUnsent('aurora', conversation, first.id)
  forgetUnsent('aurora', conversation, second.id)
  expect(unsentOf('aurora', conversation)).toEqual([])
})
