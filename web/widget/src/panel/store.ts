import { storageKey } from '../host'
import type { Waiting } from './outbox'

/** What is kept on the visitor's device once there is something to keep. */
export interface Saved {
  token: string
  waiting: Waiting[]
  /** The last message that was on screen. */
  seen?: string
  sound?: boolean
  /** Chosen here over the page's. */
  language?: string
}

/** The device's storage, or this page's memory where storage is blocked. */
export function store(business: string) {
  const key = storageKey(business)
  let memory: string | null = null
  return {
    read(): Saved | undefined {
      try {
        const text = localStorage.getItem(key) ?? memory
        return text ? (JSON.parse(text) as Saved) : undefined
      } catch {
        return undefined
      }
    },
    write(saved: Saved) {
      memory = JSON.stringify(saved)
      try {
        localStorage.setItem(key, memory)
      } catch {
        // blocked or full: the talk lasts as long as the page
      }
    },
    clear() {
      memory = null
      try {
        localStorage.removeItem(key)
      } catch {
        // nothing was kept
      }
    },
  }
}
