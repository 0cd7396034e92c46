import { useSyncExternalStore } from 'react'
import { catalogue, isKeyId, type KeyId } from './catalogue'

/** How somebody wants the keys: single ones on or off, and their own bindings where they chose one. */
export interface MyKeys {
  single: boolean
  bound: Partial<Record<KeyId, string>>
}

const usual: MyKeys = { single: true, bound: {} }
const place = 'fd-keys'
const watchers = new Set<() => void>()
let mine = read()

function read(): MyKeys {
  try {
    return sound(JSON.parse(localStorage.getItem(place) ?? 'null'))
  } catch {
    // storage is blocked, or holds something else
    return usual
  }
}

/** What an older release, or another one, may have written. */
export function sound(value: unknown): MyKeys {
  const { single, bound } = (value ?? {}) as Partial<MyKeys>
  const known = Object.entries(bound ?? {}).filter(
    ([id, binding]) => isKeyId(id) && !catalogue[id].fixed && typeof binding === 'string' && binding !== '',
  )
  return { single: single !== false, bound: Object.fromEntries(known) }
}

export function myKeys(): MyKeys {
  return mine
}

/** Takes effect at once, here and in the next page of this browser; the server keeps them for the others. */
export function setMyKeys(next: MyKeys): void {
  mine = next
  try {
    localStorage.setItem(place, JSON.stringify(next))
  } catch {
    // storage is blocked: the choice lasts as long as the page
  }
  watchers.forEach((watch) => watch())
}

export function bindingOf(id: KeyId): string {
  return mine.bound[id] ?? catalogue[id].keys
}

export function watchMyKeys(watch: () => void): () => void {
  watchers.add(watch)
  return () => watchers.delete(watch)
}

export function useMyKeys(): MyKeys {
  return useSyncExternalStore(watchMyKeys, myKeys)
}
