import type { KeyboardEvent } from 'react'

/** Moves the focus among the rows, from the one with the focus or that of what is open; Enter is the link's own. */
export function stepInList(by: number) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-testid="conv-row"]')]
  const here = rows.findIndex((row) => row === document.activeElement)
  const from = here >= 0 ? here : rows.findIndex((row) => row.getAttribute('aria-current'))
  rows[Math.min(rows.length - 1, Math.max(0, from + by))]?.focus()
}

export function stepByArrows(event: KeyboardEvent) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  stepInList(by)
}
