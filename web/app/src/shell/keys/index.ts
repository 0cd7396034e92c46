import { useEffect, useRef, useSyncExternalStore } from 'react'
import { isSingle, matches, parse } from './bindings'
import { catalogue, type KeyId } from './catalogue'
import { bindingOf, myKeys } from './mine'

export { keyCaps } from './bindings'
export type { KeyId } from './catalogue'
export { bindingOf } from './mine'

type Run = (event: KeyboardEvent) => void

/** What keys do on the screen that is open now. Feeds the listener, the `?` sheet and the palette alike. */
export type Keys = { [Id in KeyId]?: Run }

/** Later ones stand in front of earlier ones: a card that opens takes Escape from the screen below. */
const registered: Keys[] = []
const watchers = new Set<() => void>()
let live: readonly KeyId[] = []

function changed() {
  live = [...new Set(registered.flatMap((keys) => Object.keys(keys) as KeyId[]))]
  watchers.forEach((watch) => watch())
}

function typing({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** A letter in an open dialog or menu is meant for it. */
export function dialogOpen(): boolean {
  return (
    document.querySelector(
      '[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"], [role="menu"][data-state="open"]',
    ) !== null
  )
}

const patience = 1000
/** The presses of a sequence so far, as `g` of `g i`, with what may become of them. */
let begun: { ids: KeyId[]; presses: number; at: number } | undefined

function hear(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing || /^(Shift|Control|Alt|Meta|AltGraph)$/.test(event.key)) return
  const busy = typing(event) || dialogOpen()
  const { single } = myKeys()
  const heard = live.filter((id) => (catalogue[id].whileTyping || !busy) && (single || !isSingle(bindingOf(id))))

  const going = begun && event.timeStamp - begun.at < patience ? begun : undefined
  const place = going?.presses ?? 0
  const fits = (loose: boolean) =>
    (going?.ids.filter((id) => heard.includes(id)) ?? heard).filter((id) => {
      const press = parse(bindingOf(id))[place]
      return press !== undefined && matches(event, press, loose)
    })
  const exact = fits(false)
  const found = exact.length > 0 ? exact : fits(true)
  begun = undefined
  if (found.length === 0) {
    // `g` and a key that leads nowhere: the second one must not do something else instead
    if (going) event.preventDefault()
    return
  }
  const whole = found.filter((id) => parse(bindingOf(id)).length === place + 1)
  if (whole.length === 0) {
    begun = { ids: found, presses: place + 1, at: event.timeStamp }
    event.preventDefault()
    return
  }
  const front = registered.findLast((keys) => whole.some((id) => keys[id]))
  const id = front && whole.find((each) => front[each])
  if (!front || !id) return
  // Escape in a field or a dialog keeps its own meaning beside ours
  if (bindingOf(id) !== 'Escape') event.preventDefault()
  front[id]?.(event)
}

if (typeof addEventListener === 'function') addEventListener('keydown', hear)

/** Binds keys while the component is on screen. What they run may change on every render. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const shape = Object.keys(keys)
    .filter((id) => keys[id as KeyId])
    .join()
  useEffect(() => {
    const ids = shape ? (shape.split(',') as KeyId[]) : []
    const stable: Keys = Object.fromEntries(
      ids.map((id) => [id, (event: KeyboardEvent) => latest.current[id]?.(event)]),
    )
    registered.push(stable)
    changed()
    return () => {
      registered.splice(registered.indexOf(stable), 1)
      changed()
    }
  }, [shape])
}

/** The ids of the keys that work now. */
export function useLiveKeys(): readonly KeyId[] {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => live,
  )
}

/** Does what a key would do; for the palette. */
export function runKey(id: KeyId): void {
  registered.findLast((keys) => keys[id])?.[id]?.(new KeyboardEvent('keydown'))
}
