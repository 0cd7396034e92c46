import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useSyncExternalStore, type ReactNode } from 'react'
import { meQuery, MeContext } from './queries'

let before = false

/** Whether somebody was signed in in this tab: the sign-in then says why it asks again. */
export const wasSignedIn = () => before
export function keepSignedIn(is: boolean): void {
  before = is
}

let leaving = false
const watchers = new Set<() => void>()

function tell(next: boolean) {
  leaving = next
  watchers.forEach((watcher) => watcher())
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Nobody is signed in any more: what was theirs is not shown, and takes no key, until the sign-in has been loaded. */
export function leaveWhile(going: Promise<void>): Promise<void> {
  tell(true)
  return going.finally(() => tell(false))
}

/** Knows who is signed in, for everything below: the route has loaded it. */
export function SignedIn({ children }: { children: ReactNode }) {
  const gone = useSyncExternalStore(watch, () => leaving)
  return gone ? null : <Known>{children}</Known>
}

function Known({ children }: { children: ReactNode }) {
  // another business, another member
  useParams({ strict: false, select: ({ biz }) => biz })
  const me = useSuspenseQuery(meQuery()).data
  return <MeContext value={me}>{children}</MeContext>
}
