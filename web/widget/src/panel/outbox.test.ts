import { expect, test } from 'vitest'
import { Outbox, type Outcome, type Waiting } from './outbox'

const message = (text: string): Waiting => ({ clientId: `id-${text}`, text, at: '2026-03-05T09:00:00Z' })

function outbox(outcomes: Outcome[], waiting: Waiting[] = []) {
  const posted: string[] = []
  const states: Waiting[][] = []
  let idle = () => {}
  const done = new Promise<void>((resolve) => (idle = resolve))
  const box = new Outbox(
    {
      post: async ({ text, clientId }) => {
        posted.push(`${text} ${clientId}`)
        return outcomes.shift() ?? 'taken'
      },
      changed: (now) => {
        states.push(now)
        if (now.every((each) => each.refused)) idle()
      },
      patience: async () => {},
    },
    waiting,
  )
  return { box, posted, states, done }
}

test('sends in the order written, and the same message under the same id until it is taken', async () => {
  const { box, posted, states, done } = outbox(['later', 'later', 'taken', 'taken'])
  box.add(message('one'))
  box.add(message('two'))
  await done
  expect(posted).toEqual(['one id-one', 'one id-one', 'one id-one', 'two id-two'])
  expect(states.at(-1)).toEqual([])
})

test('goes on with what was kept from the last visit', async () => {
  const { box, posted, done } = outbox([], [message('kept')])
  void box.run()
  await done
  expect(posted).toEqual(['kept id-kept'])
})

test('keeps a refused message in sight without holding the others up', async () => {
  const { box, posted, states, done } = outbox(['refused', 'taken'])
  box.add(message('too long'))
  box.add(message('fine'))
  await done
  expect(posted).toHaveLength(2)
  expect(states.at(-1)).toEqual([{ ...message('too long'), refused: true }])
})
