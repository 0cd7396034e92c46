import { useSyncExternalStore } from 'react'

const narrow = () => matchMedia('(max-width: 767px)')

/** Whether there is room for one pane only. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (watch) => {
      const query = narrow()
      query.addEventListener('change', watch)
      return () => query.removeEventListener('change', watch)
    },
    () => narrow().matches,
  )
}
