import type { Span } from './grid'

export interface Placed<T> {
  item: T
  /** which of the lanes that stand side by side, and of how many */
  lane: number
  lanes: number
}

/** Puts blocks that overlap side by side; a group shares its width evenly. */
export function sideBySide<T>(items: T[], spanOf: (item: T) => Span): Placed<T>[] {
  const sorted = [...items].sort((a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end)
  const placed: Placed<T>[] = []
  let group: Placed<T>[] = []
  let laneEnds: number[] = []
  const close = () => {
    group.forEach((each) => (each.lanes = laneEnds.length))
    placed.push(...group)
    group = []
    laneEnds = []
  }
  for (const item of sorted) {
    const { start, end } = spanOf(item)
    if (laneEnds.length > 0 && laneEnds.every((laneEnd) => laneEnd <= start)) close()
    const free = laneEnds.findIndex((laneEnd) => laneEnd <= start)
    const lane = free < 0 ? laneEnds.length : free
    laneEnds[lane] = end
    group.push({ item, lane, lanes: 1 })
  }
  close()
  return placed
}

/** The times nearest to the one wished for. */
export function nearest<T extends { start: string }>(slots: T[], wished: number, count: number): T[] {
  return [...slots]
    .sort((a, b) => Math.abs(Date.parse(a.start) - wished) - Math.abs(Date.parse(b.start) - wished))
    .slice(0, count)
    .sort((a, b) => a.start.localeCompare(b.start))
}
