import { decimalsOf } from './format'

/** What people type as an amount, in minor units: "25", "25,50", "1.250,00" and "1,250.00" alike. */
export function parseMoney(text: string, currency: string): number | undefined {
  const plain = text.replace(/[\s\u00a0€$£]|[A-Z]{3}/g, '')
  if (!/^\d[\d.,']*$/.test(plain)) return undefined
  const decimals = decimalsOf(currency)
  const parts = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(plain)
  const whole = (parts?.[1] ?? '').replace(/[.,']/g, '')
  const rest = decimals === 0 ? '' : (parts?.[2] ?? '').padEnd(decimals, '0').slice(0, decimals)
  if (decimals === 0 && parts?.[2]) return undefined
  const amount = Number(whole + rest.padEnd(decimals, '0'))
  return Number.isSafeInteger(amount) ? amount : undefined
}

/** Minor units as one would type them: 2550 → "25.50", 2500 → "25". */
export function moneyText(money: { amount: number; currency: string } | null | undefined, locale: string): string {
  if (!money) return ''
  const decimals = decimalsOf(money.currency)
  const value = money.amount / 10 ** decimals
  const text = Number.isInteger(value) ? String(value) : value.toFixed(decimals)
  return locale.startsWith('it') ? text.replace('.', ',') : text
}
