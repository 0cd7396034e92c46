import i18next, { type TFunction, type TOptions } from 'i18next'
import { createContext, createElement, use, useContext, useEffect, useState, type ReactNode } from 'react'

const LanguageContext = createContext<string | undefined>(undefined)

/** Stands around every screen: all of them are drawn again when another language is chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(i18next.language)
  useEffect(() => {
    i18next.on('languageChanged', setLanguage)
    return () => i18next.off('languageChanged', setLanguage)
  }, [])
  return createElement(LanguageContext, { value: language }, children)
}

interface Translation {
  /** finds in the first of the namespaces, and in the others by `name:key` */
  t: TFunction
  /** of the screen, as a BCP 47 tag */
  language: string
}

/**
 * The words of a feature, in the language of the screen or the one asked for; the nearest `Suspense` waits until they are
 * here. Ours because the library's own hook copies the whole of i18next for each place that uses it, of which a row of a
 * list has eight (docs/decisions/0016).
 */
export function useTranslation(names: string | readonly string[] = 'ui', lng?: string): Translation {
  const chosen = useContext(LanguageContext) ?? i18next.language
  const language = lng ?? chosen
  const name = `${language} ${String(names)}`
  const t = known.get(name) ?? atHand(name, language, names) ?? use(loading(name, language, names))
  return { t, language }
}

const known = new Map<string, TFunction>()
const underWay = new Map<string, Promise<TFunction>>()

function find(name: string, language: string, names: string | readonly string[]): TFunction {
  const look = i18next.getFixedT(language, [names].flat()[0])
  // most texts name nothing, and are the same each time
  const plain = new Map<string, string>()
  const t = ((key: string, options?: TOptions) => {
    if (options) return look(key, options)
    const text = plain.get(key) ?? look(key)
    if (text !== key) plain.set(key, text)
    return text
  }) as TFunction
  known.set(name, t)
  return t
}

function atHand(name: string, language: string, names: string | readonly string[]): TFunction | undefined {
  const here = [names].flat().every((each) => i18next.hasLoadedNamespace(each, { lng: language }))
  return here ? find(name, language, names) : undefined
}

/** One promise for all who wait. */
function loading(name: string, language: string, names: string | readonly string[]): Promise<TFunction> {
  let promise = underWay.get(name)
  if (!promise) {
    promise = load(language, names).then(() => find(name, language, names))
    underWay.set(name, promise)
  }
  return promise
}

async function load(language: string, names: string | readonly string[]) {
  if (language !== i18next.language) await i18next.loadLanguages(language)
  await i18next.loadNamespaces(names)
}
