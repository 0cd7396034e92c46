/** What was begun and not sent, kept in this browser per conversation. */

export type DraftKind = 'reply' | 'note'

const name = (business: string, conversation: string, kind: DraftKind) => `fd-draft:${business}:${conversation}:${kind}`

export function readDraft(business: string, conversation: string, kind: DraftKind): string {
  try {
    return localStorage.getItem(name(business, conversation, kind)) ?? ''
  } catch {
    return ''
  }
}

export function keepDraft(business: string, conversation: string, kind: DraftKind, text: string): void {
  try {
    if (text.trim()) localStorage.setItem(name(business, conversation, kind), text)
    else localStorage.removeItem(name(business, conversation, kind))
  } catch {
    // storage is blocked: the text lives as long as the page
  }
}
