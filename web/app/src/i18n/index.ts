import i18next, { type BackendModule } from 'i18next'
import type { PseudoLocale } from './pseudo'
import { sentences } from './sentences'

/** A feature keeps its words beside its screens: `features/inbox/texts/it.json` is the namespace `inbox`. */
const files = import.meta.glob<{ default: object }>('../**/texts/*.json')

async function textsOf(language: string, namespace: string): Promise<object> {
  const real = isPseudo(language) ? 'en' : language
  const found = Object.entries(files).find(([path]) => path.endsWith(`/${namespace}/texts/${real}.json`))
  if (!found) throw new Error(`No texts for ${namespace} in ${language}`)
  const texts = (await found[1]()).default
  if (!isPseudo(language)) return texts
  const { pseudoTexts } = await import('./pseudo')
  return pseudoTexts(texts as Parameters<typeof pseudoTexts>[0], language)
}

function isPseudo(language: string): language is PseudoLocale {
  return language === 'en-XA' || language === 'ar-XB'
}

const folders: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    textsOf(language, namespace).then(
      (texts) => done(null, texts),
      (failure: unknown) => done(failure as Error, null),
    )
  },
}

export const locales = ['en', 'it'] as const
export type Locale = (typeof locales)[number]

export async function startTexts(): Promise<void> {
  await i18next
    .use(folders)
    .use(sentences)
    .init({
      lng: document.documentElement.lang,
      fallbackLng: false,
      supportedLngs: [...locales, 'en-XA', 'ar-XB'],
      load: 'currentOnly',
      ns: ['ui', 'shell'],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      postProcess: [sentences.name],
    })
  setDirection(i18next.language)
  i18next.on('languageChanged', setDirection)
  // what is chosen in one tab holds in all of them
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'fd-locale' && newValue) void i18next.changeLanguage(newValue)
  })
}

function setDirection(language: string) {
  document.documentElement.lang = language
  document.documentElement.dir = i18next.dir(language)
}

export async function chooseLocale(locale: Locale): Promise<void> {
  try {
    localStorage.setItem('fd-locale', locale)
  } catch {
    // storage is blocked: the choice lasts as long as the page
  }
  await i18next.changeLanguage(locale)
}

export function localeNow(): Locale {
  return i18next.language?.startsWith('it') ? 'it' : 'en'
}
