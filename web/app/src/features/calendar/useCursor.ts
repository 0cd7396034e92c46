import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { isOff } from './Block'
import type { ColumnData } from './Column'
import { instantAt, topOf } from './grid'
import { quarter } from './move'

/** A quarter of an hour in one of the columns, where the keyboard is. */
export interface Cursor {
  column: number
  at: number
}

const down = (instant: number) => Math.floor(instant / quarter) * quarter
const up = (instant: number) => Math.ceil(instant / quarter) * quarter

/** Goes through slots and appointments by the arrows. */
export function useCursor(columns: ColumnData[]) {
  const [cursor, setCursor] = useState<Cursor>()
  const element = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    element.current?.focus()
    element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [cursor])

  /** Where the focus stands: on an appointment, on a slot, or on the grid as a whole. */
  function origin(target: HTMLElement): { column: number; start: number; end: number } | undefined {
    const id = target.dataset.id
    if (id) {
      const column = columns.findIndex(({ bookings }) => bookings.some((each) => each.id === id))
      const booking = columns[column]?.bookings.find((each) => each.id === id)
      return booking && { column, start: Date.parse(booking.start), end: Date.parse(booking.end) }
    }
    return target === element.current && cursor
      ? { column: cursor.column, start: cursor.at, end: cursor.at + quarter }
      : undefined
  }

  function next(key: string, target: HTMLElement): Cursor | undefined {
    const from = origin(target)
    if (!from) {
      const first = columns[0]
      const begins = key === 'ArrowDown' || key === 'ArrowUp'
      return begins && first ? { column: 0, at: first.open[0]?.start ?? first.day.start + 32 * quarter } : undefined
    }
    const { column, start, end } = from
    const day = columns[column]!.day
    if (key === 'ArrowDown') return { column, at: Math.min(up(end), day.end - quarter) }
    if (key === 'ArrowUp') return { column, at: Math.max(down(start - 1), day.start) }
    const to = column + (key === 'ArrowLeft' ? -1 : 1)
    const other = columns[to]
    return other && { column: to, at: other.day === day ? down(start) : instantAt(other.day, topOf(day, start)) }
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (!event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const to = next(event.key, event.target as HTMLElement)
    // past the edge the keys of the screen go on to the next days
    if (!to) return
    event.preventDefault()
    const booking = columns[to.column]!.bookings.find(
      ({ start, end, status, busy }) =>
        !busy && Date.parse(start) <= to.at && to.at < Date.parse(end) && !isOff(status),
    )
    if (booking) {
      event.currentTarget.querySelector<HTMLElement>(`[data-id="${booking.id}"]`)?.focus()
    } else setCursor(to)
  }

  return { cursor, element, onKeyDown }
}
