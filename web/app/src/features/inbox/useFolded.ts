import { useState } from 'react'

const kept = 'fd-panel'

/** Whether the panel beside the thread is put away, as it was left in this browser. Below 1280 px it is a sheet. */
export function useFolded(): [boolean, () => void] {
  const [folded, setFolded] = useState(() => {
    try {
      return localStorage.getItem(kept) === 'folded'
    } catch {
      return false
    }
  })
  const toggle = () => {
    setFolded(!folded)
    try {
      localStorage.setItem(kept, folded ? 'open' : 'folded')
    } catch {
      // storage is blocked: it lasts as long as the page
    }
  }
  return [folded, toggle]
}
