/**
 * A language as dates are written in it, if there is such a one: a wrong tag must not break them. The day comes before
 * the month in every English but American, as in what the assistant writes. The clock is the visitor's own.
 */
export function tagOf(locale: string): string {
  const { hourCycle } = new Intl.DateTimeFormat(navigator.language, { hour: 'numeric' }).resolvedOptions()
  try {
    const { language, region } = new Intl.Locale(locale)
    return new Intl.Locale(language === 'en' && region !== 'US' ? 'en-GB' : locale, { hourCycle }).toString()
  } catch {
    return 'en-GB'
  }
}

/**
 * The language of what is shown among the messages: the one that was chosen, else the one in which the talk is held,
 * where there are words of it.
 */
export function spokenTag(page: string, held?: string, chosen?: string): string {
  const language = held?.slice(0, 2) ?? ''
  return chosen || !/^(en|it)$/.test(language) || page.startsWith(language) ? page : tagOf(language)
}
