import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { heardOf, ReadingCache } from './cache'

test('what is made invalid during its first reading is read again', async () => {
  const cache = new ReadingCache()
  const answers: ((value: string) => void)[] = []
  const screen = new QueryObserver(cache, {
    queryKey: ['scheduled'],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  })
  const leave = screen.subscribe(() => undefined)
  const settled = cache.invalidateQueries({ queryKey: ['scheduled'] })
  answers[0]?.('before')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.('after')
  await settled
  expect(screen.getCurrentResult().data).toBe('after')
  leave()
})

test('what is heard of during a reading is in what is shown after it, the first time and again', async () => {
  const cache = new ReadingCache()
  const answers: ((value: string[]) => void)[] = []
  const screen = new QueryObserver(cache, {
    queryKey: ['messages'],
    queryFn: () => new Promise<string[]>((resolve) => answers.push(resolve)),
  })
  const leave = screen.subscribe(() => undefined)
  heardOf(cache, ['messages'])
  answers[0]?.([])
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.(['one'])
  await expect.poll(() => screen.getCurrentResult().data).toEqual(['one'])

  void screen.refetch()
  cache.setQueryData(['messages'], ['one', 'two'])
  heardOf(cache, ['messages'])
  answers[2]?.(['one'])
  await expect.poll(() => answers.length).toBe(4)
  answers[3]?.(['one', 'two'])
  await expect.poll(() => screen.getCurrentResult().data).toEqual(['one', 'two'])
  expect(answers).toHaveLength(4)
  leave()
})

test('a first reading that fails is not read again, and nobody hears of it twice', async () => {
  const cache = new ReadingCache()
  let asked = 0
  const screen = new QueryObserver(cache, {
    queryKey: ['scheduled'],
    retry: false,
    queryFn: () => {
      asked++
      return Promise.reject(new Error('refused'))
    },
  })
  const leave = screen.subscribe(() => undefined)
  await cache.invalidateQueries({ queryKey: ['scheduled'] })
  expect(asked).toBe(1)
  expect(screen.getCurrentResult().error?.message).toBe('refused')
  leave()
})
