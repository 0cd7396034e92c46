import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** The same on phones and elsewhere, so that the way back finds its place before a row is drawn. */
export const rowHeight = 60
const nearTheEnd = 15

interface List {
  scroller: RefObject<HTMLElement | null>
  count: number
  /** how far down it was when it was left */
  from?: number
  /** there are more than these, and they may be asked for */
  more: boolean
  /** the last rows come into sight */
  onEnd: () => void
}

/**
 * Of a long list only the rows in sight are in the document, and the one that has the focus, wherever one scrolls to.
 */
export function useRows({ scroller, count, from, more, onEnd }: List) {
  const [focused, setFocused] = useState<number>()
  const wanted = useRef<number>(undefined)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialOffset: from,
    overscan: 8,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      if (focused === undefined || focused >= count || inSight.includes(focused)) return inSight
      return [...inSight, focused].sort((a, b) => a - b)
    },
  })
  const rows = virtual.getVirtualItems()

  const latest = useRef(onEnd)
  useEffect(() => {
    latest.current = onEnd
  })
  const last = virtual.range?.endIndex ?? 0
  useEffect(() => {
    if (more && last >= count - nearTheEnd) latest.current()
  }, [more, last, count])

  useLayoutEffect(() => {
    if (focused === undefined || wanted.current !== focused) return
    wanted.current = undefined
    scroller.current?.querySelector<HTMLElement>(`[data-index="${focused}"] a`)?.focus({ preventScroll: true })
  }, [focused, scroller])

  return {
    rows,
    height: virtual.getTotalSize(),
    /** Puts the focus on a row; the list's ends hold it. */
    focus: (index: number) => {
      const next = Math.min(count - 1, Math.max(0, index))
      if (next < 0) return
      wanted.current = next
      virtual.scrollToIndex(next)
      setFocused(next)
      // it has the focus of the list already, and must get that of the document again
      if (next === focused) scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus()
    },
    focused,
    onFocus: setFocused,
  }
}
