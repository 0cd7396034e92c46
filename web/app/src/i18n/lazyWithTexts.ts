import i18next from 'i18next'
import { lazy, type ComponentType } from 'react'

/** A part that is fetched when it is first wanted, with its words; `ahead` fetches it before that. */
export function lazyWithTexts<P>(load: () => Promise<ComponentType<P>>, ...texts: string[]) {
  const ahead = async () => {
    const [part] = await Promise.all([load(), i18next.loadNamespaces(texts)])
    return { default: part }
  }
  return Object.assign(lazy(ahead), { ahead })
}
