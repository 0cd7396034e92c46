/** What was opened last in a business, newest first, in this browser. */

export interface Recent {
  kind: 'contact' | 'conversation' | 'appointment' | 'page'
  id: string
  label: string
  to: string
}

const most = 8
const place = (slug: string) => `fd-recent:${slug}`

export function recentOf(slug: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(slug)) ?? '[]')
    return Array.isArray(kept) ? (kept as Recent[]).filter(({ to, label }) => to && label) : []
  } catch {
    return []
  }
}

export function rememberRecent(slug: string, opened: Recent): void {
  const others = recentOf(slug).filter(({ to }) => to !== opened.to)
  try {
    localStorage.setItem(place(slug), JSON.stringify([opened, ...others].slice(0, most)))
  } catch {
    // storage is blocked: nothing is remembered
  }
}
