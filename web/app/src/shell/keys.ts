import { useEffect, useRef, useSyncExternalStore } from 'react'
import { tinykeys } from 'tinykeys'

/** A key of the screen that is open now. The registry feeds the listener and the `?` sheet alike. */
export interface KeyAction {
  /** as tinykeys writes it: `n`, `g i`, `$mod+Enter`, `Shift+KeyA` */
  keys: string
  /** what it does, in the reader's words */
  label: string
  /** heading in the sheet */
  group: string
  run: (event: KeyboardEvent) => void
  /** also while typing; only for keys with a modifier, and Escape */
  whileTyping?: boolean
}

const registered = new Set<readonly KeyAction[]>()
const watchers = new Set<() => void>()
let snapshot: readonly KeyAction[] = []

function changed() {
  snapshot = [...registered].flat()
  watchers.forEach((watch) => watch())
}

export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem('fd-single-keys') !== 'off'
  } catch {
    return true
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem('fd-single-keys', on ? 'on' : 'off')
  } catch {
    // storage is blocked: keys stay as they are
  }
}

function typing(event: KeyboardEvent): boolean {
  const element = event.target instanceof HTMLElement ? event.target : undefined
  return !!element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName))
}

// a letter in an open dialog or menu is meant for it
function elsewhere(): boolean {
  return document.querySelector('[role="dialog"][data-state="open"], [role="menu"][data-state="open"]') !== null
}

function bindings(actions: readonly KeyAction[]): Record<string, (event: KeyboardEvent) => void> {
  return Object.fromEntries(
    actions.map(({ keys, run, whileTyping }) => [
      keys,
      (event: KeyboardEvent) => {
        if (event.defaultPrevented) return
        if (!whileTyping && (typing(event) || elsewhere())) return
        if (!/\$mod|Escape|Enter/.test(keys) && !singleKeysOn()) return
        if (!whileTyping) event.preventDefault()
        run(event)
      },
    ]),
  )
}

/** Registers keys while the component is on screen. Actions may close over fresh state on every render. */
export function useKeys(actions: readonly KeyAction[]): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const shape = actions.map(({ keys, label }) => keys + label).join('\n')
  useEffect(() => {
    const stable = latest.current.map((action, index) => ({
      ...action,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }))
    registered.add(stable)
    changed()
    const stop = tinykeys(window, bindings(stable))
    return () => {
      stop()
      registered.delete(stable)
      changed()
    }
  }, [shape])
}

export function useRegisteredKeys(): readonly KeyAction[] {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => snapshot,
  )
}

/** `$mod+Enter` → ⌘ ↵ or Ctrl ↵ */
export function keyCaps(keys: string): string[] {
  const apple = /Mac|iPhone|iPad/.test(navigator.platform)
  return keys
    .replace('Shift+?', '?')
    .split(/[ +]/)
    .map((part) => {
      if (part === '$mod') return apple ? '⌘' : 'Ctrl'
      if (part === 'Shift') return '⇧'
      if (part === 'Enter') return '↵'
      if (part === 'Escape') return 'Esc'
      return part.replace(/^Key/, '').toUpperCase()
    })
}
