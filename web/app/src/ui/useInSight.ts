import { useEffect, useRef, type RefObject } from 'react'

/** For a row that is swiped on phones: where one is stands in sight, also far along the row and after the phone was turned. */
export function useInSight(current: string | undefined): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    const show = () =>
      row.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
    show()
    // its words grow with the language and with the font that comes later
    const sizes = new ResizeObserver(show)
    for (const each of [row.current, ...(row.current?.children ?? [])]) if (each) sizes.observe(each)
    return () => sizes.disconnect()
  }, [current])
  return row
}
