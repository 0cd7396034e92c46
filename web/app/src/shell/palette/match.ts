/** How well words typed in a hurry fit a text: accents, order and a slip of the finger do not matter. */

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Zero is no match; more is better. Every word must fit somewhere. */
export function score(query: string, text: string): number {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  let sum = 0
  for (const asked of fold(query).split(/\s+/).filter(Boolean)) {
    const best = Math.max(0, ...words.map((word, place) => fit(asked, word) - Math.min(place, 9) / 100))
    if (best <= 0) return 0
    sum += best
  }
  return sum
}

function fit(asked: string, word: string): number {
  if (word === asked) return 4
  if (word.startsWith(asked)) return 3
  // a phone number is asked for by its end, a compound by its second half
  if (asked.length > 2 && word.includes(asked)) return 2
  if (asked.length < 4) return 0
  return slipped(asked, word) || slipped(asked, word.slice(0, asked.length)) ? 1 : 0
}

/** One letter too many, too few, another, or two that changed places. */
export function slipped(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const left = one.slice(start, one.length - end)
  const right = other.slice(start, other.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** Best first; of equals the first stays first. */
export function ranked<T>(items: readonly T[], query: string, text: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, score: score(query, text(item)) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item)
}
