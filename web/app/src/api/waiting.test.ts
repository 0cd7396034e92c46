import { expect, test } from 'vitest'
import { ApiError } from './errors'
import { patiently, sendWaiting } from './waiting'

const offline = () => Promise.reject(new ApiError(0, 'offline', ''))

test('what cannot reach the server is sent later, in order', async () => {
  const sent: string[] = []
  let up = false
  const ask = (name: string) => () => (up ? Promise.resolve(sent.push(name)) : offline())
  const first = patiently(ask('on'))
  // the first has failed before the second is asked
  await new Promise((later) => setTimeout(later))
  const second = patiently(ask('off'))
  expect(sent).toEqual([])
  up = true
  await sendWaiting()
  await Promise.all([first, second])
  expect(sent).toEqual(['on', 'off'])
})

test('what the server refuses is thrown, and holds up nothing', async () => {
  let up = false
  const refused = patiently(() => (up ? Promise.reject(new ApiError(409, 'conflict', 'no')) : offline()))
  const other = patiently(() => (up ? Promise.resolve('done') : offline()))
  await new Promise((later) => setTimeout(later))
  up = true
  await Promise.all([expect(refused).rejects.toThrow('no'), sendWaiting()])
  await sendWaiting()
  expect(await other).toBe('done')
})
