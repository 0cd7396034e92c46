/** A word being typed that stands for a choice: `/` for saved replies, `@` for colleagues. */
export interface Token {
  sign: '/' | '@'
  words: string
  from: number
}

export function tokenAt(text: string, caret: number): Token | undefined {
  const found = /(?:^|\s)([/@])([^\s/@]*)$/.exec(text.slice(0, caret))
  if (!found) return undefined
  const words = found[2] ?? ''
  return { sign: found[1] as Token['sign'], words, from: caret - words.length - 1 }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose title or text has the word, the ones that begin with it first. */
export function matching<T extends { title: string; detail?: string }>(choices: T[], words: string): T[] {
  const wanted = plain(words)
  const rank = ({ title, detail = '' }: T) =>
    plain(title).startsWith(wanted) ? 0 : plain(title).includes(wanted) ? 1 : plain(detail).includes(wanted) ? 2 : 3
  return choices
    .filter((choice) => rank(choice) < 3)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 8)
}

/** Which of the members a note names. */
export function mentioned(text: string, members: { id: string; name: string }[]): string[] {
  return members.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)
}
