/**
 * Two languages that nobody speaks, for browser tests: `en-XA` is a third longer than English, `ar-XB` runs from right
 * to left. Nobody is offered them; they are chosen by hand, and their words are made from the English ones.
 */

export const pseudoLocales = ['en-XA', 'ar-XB'] as const
export type PseudoLocale = (typeof pseudoLocales)[number]

const accented: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ö',
  U: 'Ü',
}
const arabic = 'ابتثجحخدذرزسشصضطظعغفقكلمنه'
const longer = 1 / 3

interface Texts {
  [key: string]: string | Texts
}

/** The English texts as the other language would have them; variables stay as they are. */
export function pseudoTexts(texts: Texts, locale: PseudoLocale): Texts {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string | Texts][] => {
    if (typeof value !== 'string') return [[key, pseudoTexts(value, locale)]]
    const words = pseudo(value, locale)
    // Arabic has six forms where English has two
    const plural = locale === 'ar-XB' && key.endsWith('_other')
    const forms = plural ? ['zero', 'two', 'few', 'many'] : []
    return [[key, words], ...forms.map((form): [string, string] => [key.replace(/other$/, form), words])]
  })
  return Object.fromEntries(entries)
}

export function pseudo(text: string, locale: PseudoLocale): string {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]*>)/)
  const changed = parts.map((part, index) =>
    index % 2 ? part : [...part].map((letter) => swap(letter, locale)).join(''),
  )
  if (locale === 'ar-XB') return changed.join('')
  const more = 'lörém ípsüm dölör '.repeat(20).slice(0, Math.ceil(text.length * longer))
  return `${changed.join('')} ${more.trim()}`
}

function swap(letter: string, locale: PseudoLocale): string {
  if (locale === 'en-XA') return accented[letter] ?? letter
  const place = letter.toLowerCase().charCodeAt(0) - 97
  return place >= 0 && place < 26 ? (arabic[place] ?? letter) : letter
}
