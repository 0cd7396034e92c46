import { useState } from 'react'

const place = 'fd-rail'

/** Whether the rail shows icons only, as it was left in this browser. Below 1280 px it always does. */
export function useNarrowRail(): [boolean, () => void] {
  const [narrow, setNarrow] = useState(() => {
    try {
      return localStorage.getItem(place) === 'narrow'
    } catch {
      return false
    }
  })
  const toggle = () => {
    setNarrow(!narrow)
    try {
      localStorage.setItem(place, narrow ? 'wide' : 'narrow')
    } catch {
      // storage is blocked: it lasts as long as the page
    }
  }
  return [narrow, toggle]
}
