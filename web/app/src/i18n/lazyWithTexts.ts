import i18next from 'i18next'
import { createElement, lazy, type ComponentType } from 'react'
import { PartBoundary } from './PartBoundary'

/**
 * A part that is fetched when it is first wanted, with its words; `ahead` fetches it before that. One that cannot be
 * fetched takes nothing of the screen with it.
 */
export function lazyWithTexts<P extends object>(load: () => Promise<ComponentType<P>>, ...texts: string[]) {
  const ahead = async () => {
    const [part] = await Promise.all([load(), i18next.loadNamespaces(texts)])
    return { default: part }
  }
  const Part = lazy(ahead) as ComponentType<P>
  const Guarded = (props: P) => createElement(PartBoundary, null, createElement(Part, props))
  return Object.assign(Guarded, { ahead })
}
