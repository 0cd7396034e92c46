import type { Events } from '@frontdesk/shared/api'
import { useEffect, useSyncExternalStore } from 'react'
import { whenDrawn } from '@/parts/whenDrawn'
import { comeIn, leave } from './api'
import type { Person } from './types'

/** Which colleagues have a conversation open, and who of them writes. Told again and again while it is so. */

interface Seen {
  person: Person
  hereUntil: number
  typingUntil: number
}

const hereFor = 30_000
const typingFor = 6_000

const places = new Map<string, Map<string, Seen>>()
const watchers = new Set<() => void>()
let version = 0

function changed() {
  version++
  watchers.forEach((watch) => watch())
}

function see(conversation: string, person: Person, change: (seen: Seen) => Seen) {
  const place = places.get(conversation) ?? new Map<string, Seen>()
  places.set(conversation, place)
  place.set(person.id, change(place.get(person.id) ?? { person, hereUntil: 0, typingUntil: 0 }))
  changed()
  // time takes them away again
  setTimeout(changed, typingFor + 50)
  setTimeout(changed, hereFor + 50)
}

export function heardPresence({ conversationId, member, here }: Events['presence'], me: string): void {
  if (member.id === me) return
  see(conversationId, member, (seen) =>
    here ? { ...seen, hereUntil: Date.now() + hereFor } : { ...seen, hereUntil: 0, typingUntil: 0 },
  )
}

export function heardTyping({ conversationId, member }: Events['typing'], me: string): void {
  if (member.id === me) return
  see(conversationId, member, (seen) => ({
    ...seen,
    hereUntil: Date.now() + hereFor,
    typingUntil: Date.now() + typingFor,
  }))
}

/** What a colleague has sent is being written no more. */
export function hasSent(conversation: string, member: string | undefined): void {
  const seen = member && places.get(conversation)?.get(member)
  if (!seen) return
  seen.typingUntil = 0
  changed()
}

export interface Others {
  here: Person[]
  typing: Person[]
}

/** Of one conversation. */
export function useOthers(conversation: string): Others {
  useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => version,
  )
  const now = Date.now()
  const seen = [...(places.get(conversation)?.values() ?? [])]
  return {
    here: seen.filter(({ hereUntil }) => hereUntil > now).map(({ person }) => person),
    typing: seen.filter(({ typingUntil }) => typingUntil > now).map(({ person }) => person),
  }
}

const again = 15_000
const typingAgain = 3_000
let lastTyping = { conversation: '', at: 0 }

/** Says that this conversation is open, as long as it is and the tab is looked at. */
export function usePresence(conversation: string): void {
  useEffect(() => {
    let open = true
    const come = () => {
      if (document.visibilityState !== 'visible') return
      comeIn(conversation, false).then(
        ({ others }) =>
          others.forEach((person) =>
            see(conversation, person, (seen) => ({ ...seen, hereUntil: Date.now() + hereFor })),
          ),
        () => undefined,
      )
    }
    void whenDrawn().then(() => open && come())
    const timer = setInterval(come, again)
    return () => {
      open = false
      clearInterval(timer)
      void whenDrawn()
        .then(() => leave(conversation))
        .catch(() => undefined)
    }
  }, [conversation])
}

/** Something is being written to the customer. */
export function tellTyping(conversation: string): void {
  const now = Date.now()
  if (lastTyping.conversation === conversation && now - lastTyping.at < typingAgain) return
  lastTyping = { conversation, at: now }
  void comeIn(conversation, true).catch(() => undefined)
}
