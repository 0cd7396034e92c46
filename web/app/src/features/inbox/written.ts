import { useSyncExternalStore } from 'react'

/** The text of one box. Whoever needs less than all of it is drawn again only when that changes, not with every letter. */
export interface Written {
  text: () => string
  set: (text: string) => void
  watch: (watcher: () => void) => () => void
}

export function written(text: string): Written {
  const watchers = new Set<() => void>()
  let now = text
  return {
    text: () => now,
    set: (next) => {
      now = next
      watchers.forEach((watcher) => watcher())
    },
    watch: (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

/** What is told of the text: a string, a number or whether something is so. */
export function useWritten<T extends string | number | boolean | undefined>(
  words: Written,
  of: (text: string) => T,
): T {
  return useSyncExternalStore(words.watch, () => of(words.text()))
}
