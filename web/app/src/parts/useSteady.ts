import { useLayoutEffect, useRef, useState } from 'react'

type Callbacks = Record<string, (...args: never[]) => unknown>

/** The same functions on every render, so that what they are given to need not be drawn again; they run the newest. */
export function useSteady<T extends Callbacks>(callbacks: T): T {
  const latest = useRef(callbacks)
  // before anything can be done with what is drawn
  useLayoutEffect(() => {
    latest.current = callbacks
  })
  const [steady] = useState(
    () =>
      Object.fromEntries(
        Object.keys(callbacks).map((name) => [name, (...args: never[]) => latest.current[name]?.(...args)]),
      ) as T,
  )
  return steady
}
