import { useCallback } from 'react'

/**
 * Tells how much of the screen's end belongs to what is written and its buttons, so that toasts stay off it where there is
 * room nowhere else.
 */
export function useFoot() {
  return useCallback((foot: HTMLElement | null) => {
    if (!foot) return
    const { style } = document.documentElement
    const sizes = new ResizeObserver(() =>
      style.setProperty('--thread-foot', `${innerHeight - foot.getBoundingClientRect().top}px`),
    )
    sizes.observe(foot)
    return () => {
      sizes.disconnect()
      style.removeProperty('--thread-foot')
    }
  }, [])
}
