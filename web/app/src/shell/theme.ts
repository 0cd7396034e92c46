import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const system = matchMedia('(prefers-color-scheme: dark)')
const watchers = new Set<() => void>()
// where storage is blocked, a choice lasts as long as the page
let chosenHere: Theme = 'system'

// `public/app-assets/boot.js` reads the same key before the first paint
export function chosenTheme(): Theme {
  try {
    return (localStorage.getItem('fd-theme') as Theme | null) ?? 'system'
  } catch {
    return chosenHere
  }
}

export function themeNow(): 'light' | 'dark' {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'
}

function apply() {
  const theme = chosenTheme()
  document.documentElement.dataset.theme = theme === 'dark' || (theme === 'system' && system.matches) ? 'dark' : 'light'
  watchers.forEach((watch) => watch())
}

system.addEventListener('change', apply)
// what is chosen in one tab holds in all of them
addEventListener('storage', ({ key }) => key === 'fd-theme' && apply())

export function chooseTheme(theme: Theme): void {
  chosenHere = theme
  try {
    localStorage.setItem('fd-theme', theme)
  } catch {
    // as above
  }
  apply()
}

export function useTheme(): { chosen: Theme; now: 'light' | 'dark' } {
  const subscribe = (watch: () => void) => {
    watchers.add(watch)
    return () => watchers.delete(watch)
  }
  return {
    chosen: useSyncExternalStore(subscribe, chosenTheme),
    now: useSyncExternalStore(subscribe, themeNow),
  }
}
