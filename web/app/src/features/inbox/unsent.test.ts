// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { local } from './messages'
import { forgetUnsent, keepUnsent, notArrived, unsentOf, watchUnsent, whileSending } from './unsent'

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

it('is marked once it has not arrived, and no more when it has', async () => {
  const conversation = crypto.randomUUID()
  const message = written('Hello')
  const told: (string | undefined)[] = []
  const stop = watchUnsent(() => told.push(notArrived('aurora', conversation)))

  await whileSending(message, () => Promise.resolve(keepUnsent('aurora', conversation, message, true)))
  await whileSending(message, () => Promise.resolve(forgetUnsent('aurora', conversation, message.id)))
  stop()

  // on its way it may yet arrive
  expect(told).toEqual([undefined, 'Hello', undefined, undefined])
})

it('is not said to be lost while another tab sends it', () => {
  const conversation = crypto.randomUUID()
  keepUnsent('aurora', conversation, written('Hello'))
  let told = 0
  const stop = watchUnsent(() => told++)
  expect(notArrived('aurora', conversation)).toBeUndefined()

  window.dispatchEvent(new StorageEvent('storage', { key: `fd-unsent:aurora:${conversation}` }))
  stop()

  expect(told).toBe(1)
})
