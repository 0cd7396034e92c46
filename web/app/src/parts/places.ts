/** Countries, currencies and zones to choose from, named in the reader's language. */

const countryCodes =
  'AD AE AL AR AT AU BA BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU IE IL IN IS IT JP KE KR LI LT LU LV MA MC MD ME MK MT MX MY NG NL NO NZ PE PH PL PT RO RS SA SE SG SI SK SM TH TN TR TW UA US UY VA ZA'.split(
    ' ',
  )

const euro = new Set('AD AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA'.split(' '))
const otherCurrencies: Record<string, string> = {
  AE: 'AED',
  AR: 'ARS',
  AU: 'AUD',
  BG: 'BGN',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CZ: 'CZK',
  DK: 'DKK',
  EG: 'EGP',
  GB: 'GBP',
  HK: 'HKD',
  HU: 'HUF',
  IL: 'ILS',
  IN: 'INR',
  IS: 'ISK',
  JP: 'JPY',
  KR: 'KRW',
  LI: 'CHF',
  MA: 'MAD',
  MX: 'MXN',
  NG: 'NGN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  RS: 'RSD',
  SA: 'SAR',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TR: 'TRY',
  UA: 'UAH',
  US: 'USD',
  ZA: 'ZAR',
}

export function currencyOf(country: string): string {
  return euro.has(country) ? 'EUR' : (otherCurrencies[country] ?? 'EUR')
}

export const currencies = ['EUR', ...new Set(Object.values(otherCurrencies))].sort()

export function countries(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  return countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

const languageCodes =
  'en it de fr es pt nl pl ro ru uk ar zh sq bg cs da el et fa fi he hi hr hu id ja ko lt lv ms nb sk sl sr sv th tl tr ur vi'.split(
    ' ',
  )

/** Those that customers are likely to speak, and the one that is known of somebody even if it is another. */
export function languages(locale: string, current?: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  return [...new Set([...languageCodes, ...(current ? [current] : [])])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

export function currencyName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'currency' }).of(code) ?? code
}

/** Every zone that the browser knows, and the one in use even if it does not. */
export function zones(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(current) ? known : [current, ...known]
}
