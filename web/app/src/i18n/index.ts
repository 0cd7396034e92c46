import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** A feature keeps its words beside its screens: `features/inbox/texts/it.json` is the namespace `inbox`. */
const files = import.meta.glob<{ default: object }>('../**/texts/*.json')

const folders: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const found = Object.entries(files).find(([path]) => path.endsWith(`/${namespace}/texts/${language}.json`))
    if (!found) return done(new Error(`No texts for ${namespace} in ${language}`), null)
    found[1]().then(
      (module) => done(null, module.default),
      (failure) => done(failure as Error, null),
    )
  },
}

export const locales = ['en', 'it'] as const
export type Locale = (typeof locales)[number]

export async function startTexts(): Promise<void> {
  await i18next
    .use(folders)
    .use(initReactI18next)
    .init({
      lng: document.documentElement.lang,
      fallbackLng: false,
      supportedLngs: locales,
      ns: ['ui', 'shell'],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
    })
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
    document.documentElement.dir = i18next.dir(language)
  })
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
