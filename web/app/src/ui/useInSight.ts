import { useEffect, useRef, type RefObject } from 'react'

/** For a row that is swiped on phones: where one is stands in sight, also far along the row. */
export function useInSight(current: string | undefined): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null)
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [current])
  return row
}
