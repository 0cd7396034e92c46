import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { meQuery, MeContext } from './queries'

/** Knows who is signed in, for everything below: the route has loaded it. */
export function SignedIn({ children }: { children: ReactNode }) {
  // another business, another member
  useParams({ strict: false })
  const me = useSuspenseQuery(meQuery()).data
  return <MeContext value={me}>{children}</MeContext>
}
