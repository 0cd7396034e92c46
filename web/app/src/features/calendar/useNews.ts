import { useRef, useState } from 'react'
import { timeNow } from '@/api/clock'
import { useCan } from '@/api/queries'
import type { Appointment } from '@/api/types'

/** The change that a customer might want to hear of: the newest, unless somebody is writing about another just now. */
export function useNews() {
  const mayTell = useCan('inbox.reply')
  const told = useRef(new Set<string>())
  const writing = useRef(false)
  const [waiting, setWaiting] = useState<Appointment[]>([])
  const [first] = waiting

  const close = () => {
    writing.current = false
    setWaiting(([, ...others]) => others)
  }
  const add = (changed: Appointment, undone: boolean) => {
    // taken back before anybody heard of it
    const known = !undone || told.current.has(changed.id)
    const worthTelling = mayTell && known && Date.parse(changed.start) > timeNow()
    setWaiting(([now, ...others]) => {
      const kept = writing.current && now && now.id !== changed.id ? [now, ...others] : []
      return [...kept.filter(({ id }) => id !== changed.id), ...(worthTelling ? [changed] : [])]
    })
  }
  return {
    news: first,
    add,
    close,
    told: () => {
      if (first) told.current.add(first.id)
      close()
    },
    onWriting: (on: boolean) => {
      writing.current = on
    },
  }
}
