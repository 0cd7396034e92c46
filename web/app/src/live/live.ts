import type { Events } from '@frontdesk/shared/api'
import { QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { refreshSession } from '@/api/client'
import type { Me } from '@/api/types'
import { sendWaiting } from '@/api/waiting'
import { openStream, type EventName, type Stream, type StreamNews } from './source'

type Listener = (data: never) => void
type Handler<N extends EventName> = (data: Events[N]) => void

const listeners = new Map<EventName, Set<Listener>>()
const watchers = new Set<() => void>()
let up = false
/** what was missed during a gap is on screen again */
let caughtUp = true

function setUp(next: boolean) {
  up = next
  if (!next) caughtUp = false
  // browser tests wait for this
  document.documentElement.toggleAttribute('data-live', next)
  watchers.forEach((watch) => watch())
}

/** Hears one kind of event while the component is on screen. The handler may change on every render. */
export function useLive<N extends EventName>(name: N, handler: Handler<N>): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => onLive(name, (data: Events[N]) => latest.current(data)), [name])
}

function onLive<N extends EventName>(name: N, handler: Handler<N>): () => void {
  const set = listeners.get(name) ?? new Set()
  listeners.set(name, set)
  set.add(handler as Listener)
  return () => set.delete(handler as Listener)
}

/** Whether what is on screen is as new as the stream: up, and nothing that was missed is still being asked for. */
export function useCaughtUp(): boolean {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => up && caughtUp,
  )
}

/**
 * Connects to a business's stream; answers how to stop. First it tells what has happened since it was read who is signed in,
 * which is before any screen is. After a gap everything on screen is asked again.
 */
export function connect(business: string, cache: QueryClient): () => void {
  const read = cache.getQueryData<Me>([business, 'me'])?.lastEventId
  let stopped = false
  let everUp = false
  let catching = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let reopen = () => {}

  /** Also asks who I am: where the session is over, that leads to the sign-in. */
  const askAgain = () => {
    void cache.invalidateQueries({ queryKey: [business, 'me'] })
    reopen()
  }

  const from = () => (everUp ? undefined : read)

  const hear = (news: StreamNews) => {
    if (stopped) return
    switch (news.kind) {
      case 'up':
        setUp(true)
        void catchUp(everUp)
        everUp = true
        break
      case 'down':
        setUp(false)
        break
      case 'refused':
        setUp(false)
        retry = setTimeout(() => void refreshSession().then(() => !stopped && askAgain()), everUp ? 1000 : 3000)
        break
      case 'event':
        if (news.name === 'resync') void cache.invalidateQueries({ queryKey: [business] })
        listeners.get(news.name)?.forEach((listener) => listener(JSON.parse(news.data || '{}') as never))
    }
  }

  /** First what waits to be sent, then what was missed. */
  async function catchUp(gap: boolean) {
    const mine = ++catching
    if (gap) {
      await sendWaiting()
      await cache.invalidateQueries({ queryKey: [business] })
    }
    if (mine !== catching) return
    caughtUp = up
    watchers.forEach((watch) => watch())
  }

  const port = sharedPort()
  const close = port ? throughTheWorker(port) : inThisPage()
  return () => {
    stopped = true
    clearTimeout(retry)
    close()
    setUp(false)
  }

  function inThisPage(): () => void {
    let stream: Stream = openStream(business, from(), hear)
    reopen = () => {
      stream.close()
      stream = openStream(business, from(), hear)
    }
    return () => stream.close()
  }

  function throughTheWorker(port: MessagePort): () => void {
    const leave = () => port.postMessage({ leave: true })
    port.onmessage = (event: MessageEvent<StreamNews>) => hear(event.data)
    reopen = () => port.postMessage({ open: business, from: from() })
    reopen()
    // a tab that goes away says so; one that comes back from the browser's cache asks again
    const back = (event: PageTransitionEvent) => event.persisted && reopen()
    addEventListener('pagehide', leave)
    addEventListener('pageshow', back)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', back)
      leave()
      port.close()
    }
  }
}

/** The way to the worker that all tabs share; none where the browser has no such thing, or refuses it with its storage. */
function sharedPort(): MessagePort | undefined {
  if (typeof SharedWorker === 'undefined') return undefined
  try {
    return new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'frontdesk-live' }).port
  } catch {
    return undefined
  }
}
