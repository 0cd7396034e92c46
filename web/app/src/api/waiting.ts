import { useSyncExternalStore } from 'react'
import { ApiError } from './errors'

/** Changes that could not reach the server wait here, in order, and are sent when it can be reached again. */

interface Waiting {
  send: () => Promise<boolean>
}

const retryEvery = 5_000
const watchers = new Set<() => void>()
let queue: readonly Waiting[] = []
let sending: Promise<void> | undefined
let timer: ReturnType<typeof setTimeout> | undefined

function setQueue(next: readonly Waiting[]) {
  queue = next
  watchers.forEach((watch) => watch())
  clearTimeout(timer)
  if (queue.length > 0) timer = setTimeout(() => void sendWaiting(), retryEvery)
}

/**
 * Asks the server, as long as it takes to reach it; what it refuses is thrown. The request may arrive twice, when an
 * answer was lost on its way: it sets something to a value, or carries an idempotency key.
 */
export function patiently<T>(ask: () => Promise<T>): Promise<T> {
  const wait = () =>
    new Promise<T>((resolve, reject) => {
      const send = () =>
        ask().then(
          (answer) => (resolve(answer), true),
          (failure: unknown) => {
            if (unreachable(failure)) return false
            reject(failure as Error)
            return true
          },
        )
      setQueue([...queue, { send }])
    })
  // behind what waits already: the last change must win
  if (queue.length > 0) return wait()
  return ask().catch((failure: unknown) => {
    if (!unreachable(failure)) throw failure
    return wait()
  })
}

function unreachable(failure: unknown): boolean {
  return failure instanceof ApiError && failure.offline
}

/** Sends what waits, until something cannot be sent. Resolves when nothing more can be done now. */
export function sendWaiting(): Promise<void> {
  sending ??= (async () => {
    for (let first = queue[0]; first && (await first.send()); first = queue[0]) setQueue(queue.slice(1))
    if (queue.length > 0) setQueue(queue)
  })().finally(() => (sending = undefined))
  return sending
}

export function useWaiting(): number {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => queue.length,
  )
}

if (typeof addEventListener === 'function') {
  addEventListener('online', () => void sendWaiting())
  addEventListener('beforeunload', (event) => queue.length > 0 && event.preventDefault())
}
