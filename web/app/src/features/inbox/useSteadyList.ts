import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/**
 * Keeps the row under the pointer or the focus where it is while rows above it come and go, by scrolling along.
 * Answers how many rows came in above what is seen.
 */
export function useSteadyList(scroller: RefObject<HTMLElement | null>, ids: string[]) {
  const steady = useRef<{ id: string; top: number } | undefined>(undefined)
  const first = useRef<string | undefined>(undefined)
  const [hidden, setHidden] = useState(0)

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const before = steady.current
    const held = before && row(box, before.id)
    if (before && held) {
      const moved = held.offsetTop - box.scrollTop - before.top
      if (moved !== 0) box.scrollTop += moved
    }
    const news = first.current ? ids.indexOf(first.current) : -1
    if (box.scrollTop > 8 && news > 0) setHidden((known) => known + news)
    first.current = ids[0]
    // where it stands now, for the next change
    remember(box)
  }, [ids, scroller])

  function remember(box: HTMLElement) {
    const active = document.activeElement?.closest<HTMLElement>('[data-id]')
    const hovered = box.querySelector<HTMLElement>('[data-id]:hover')
    const found = active && box.contains(active) ? active : hovered
    steady.current = found ? { id: found.dataset.id ?? '', top: found.offsetTop - box.scrollTop } : undefined
  }

  return {
    hidden,
    toTop: () => {
      setHidden(0)
      steady.current = undefined
      scroller.current?.scrollTo({ top: 0 })
    },
    handlers: {
      onFocus: () => scroller.current && remember(scroller.current),
      onPointerMove: () => scroller.current && remember(scroller.current),
      onPointerLeave: () => scroller.current && remember(scroller.current),
      onScroll: () => {
        const box = scroller.current
        if (!box) return
        remember(box)
        if (box.scrollTop <= 8) setHidden(0)
      },
    },
  }
}

function row(box: HTMLElement, id: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)
}
