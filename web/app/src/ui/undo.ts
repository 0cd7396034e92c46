/** What can be taken back, newest last: by its toast, or by Mod+Z. */

interface Undo {
  id: number
  until: number
  run: () => unknown
}

const most = 20
// as long as the toast can still be read again, and a little longer for slow fingers
const patience = 60_000
let made = 0
let stack: Undo[] = []

/** Remembers how to take something back; answers a function that does it, once. */
export function remember(run: () => unknown, now = Date.now()): { id: number; undo: () => void } {
  const id = ++made
  stack = [...stack.slice(1 - most), { id, until: now + patience, run }]
  return { id, undo: () => take(stack.find((each) => each.id === id)) }
}

/** Takes the newest back. Answers which it was; nothing when there is nothing, or it was too long ago. */
export function undoLast(now = Date.now()): number | undefined {
  const last = stack.findLast(({ until }) => until > now)
  take(last)
  return last?.id
}

/** In another business there is nothing to take back here. */
export function forgetUndo(): void {
  stack = []
}

function take(undo: Undo | undefined) {
  if (!undo) return
  stack = stack.filter((each) => each !== undo)
  undo.run()
}
