export const orders = ['name', 'seen', 'created'] as const
export type Order = (typeof orders)[number]
/** What the list is in order of, with a minus for the other way round. */
export type Sort = Order | `-${Order}`

export const usualSort: Sort = '-created'

/** What the list is asked for. All of it stands in the address, so that it can be shared and comes back. */
export interface Asked {
  q?: string
  channel?: string
  sort?: Sort
}

export function isSort(word: unknown): word is Sort {
  return orders.some((order) => word === order || word === `-${order}`)
}

export function readAsked({ q, channel, sort }: Record<string, unknown>): Asked {
  return {
    // a search for a number is read as one
    q: typeof q === 'number' ? String(q) : typeof q === 'string' && q ? q : undefined,
    channel: typeof channel === 'string' && channel ? channel : undefined,
    sort: isSort(sort) && sort !== usualSort ? sort : undefined,
  }
}

export function writeAsked(asked: Asked): string {
  return new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
}

/** Names begin with the first letter, times with the newest; asked again, it turns round. */
export function sortedBy(order: Order, now: Sort): Sort {
  const first: Sort = order === 'name' ? 'name' : `-${order}`
  return now === first ? (order === 'name' ? '-name' : order) : first
}

export function ariaSort(order: Order, now: Sort) {
  return now === order ? 'ascending' : now === `-${order}` ? 'descending' : undefined
}
