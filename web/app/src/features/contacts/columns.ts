import { useState } from 'react'
import { useMe } from '@/api/queries'
import type { Order } from './asked'

interface Column {
  width: string
  order?: Order
  /** not shown until somebody asks for it */
  extra?: true
  atEnd?: true
}

const all = {
  name: { width: 'minmax(0,1.6fr)', order: 'name' },
  channels: { width: '6.5rem' },
  phone: { width: 'minmax(0,1fr)' },
  email: { width: 'minmax(0,1.4fr)' },
  language: { width: 'minmax(0,0.7fr)', extra: true },
  seen: { width: '8rem', order: 'seen', atEnd: true },
  created: { width: '8rem', order: 'created', atEnd: true },
} satisfies Record<string, Column>

export type ColumnId = keyof typeof all

export const columns: Record<ColumnId, Column> = all
/** Whose name it is stands in every table. */
export const choosable = (Object.keys(all) as ColumnId[]).filter((id) => id !== 'name')

/** The columns that a member has chosen, kept in this browser. */
export function useColumns(): [ColumnId[], (id: ColumnId) => void] {
  const place = `fd-contact-columns:${useMe().user.id}`
  const [chosen, setChosen] = useState(() => read(place))
  const toggle = (id: ColumnId) => {
    const next = choosable.filter((each) => chosen.includes(each) !== (each === id))
    setChosen(next)
    try {
      localStorage.setItem(place, next.join(' '))
    } catch {
      // storage is blocked: it lasts as long as the page
    }
  }
  return [['name', ...chosen], toggle]
}

function read(place: string): ColumnId[] {
  try {
    const kept = localStorage.getItem(place)?.split(' ')
    if (kept) return choosable.filter((id) => kept.includes(id))
  } catch {
    // storage is blocked: the usual ones
  }
  return choosable.filter((id) => !columns[id].extra)
}
