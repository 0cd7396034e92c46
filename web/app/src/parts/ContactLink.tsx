import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useCan, useMe } from '@/api/queries'

/** A name that leads to whose it is, for those who see contacts. */
export function ContactLink({ id, children }: { id: string | null | undefined; children: ReactNode }) {
  const { slug } = useMe().tenant
  const maySee = useCan('contacts.see')
  if (!id || !maySee) return children
  return (
    <Link to="/app/$biz/contacts/$id" params={{ biz: slug, id }} className="underline-offset-4 hover:underline">
      {children}
    </Link>
  )
}
