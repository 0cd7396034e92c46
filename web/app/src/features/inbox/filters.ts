import { isView, type Conversation, type View } from './types'

export const handlers = ['needs-person', 'ai', 'person'] as const

/** What narrows a view. All of it stands in the address, so that it can be shared and comes back by reload and Back. */
export interface Narrowing {
  q?: string
  channel?: string
  handler?: (typeof handlers)[number]
  label?: string
  /** a member's id, or `nobody` */
  assignee?: string
  language?: string
  unread?: true
}

export interface Filter extends Narrowing {
  view: View
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

export function readNarrowing(search: Record<string, unknown>): Narrowing {
  return {
    // a search for a number is read as one
    q: typeof search.q === 'number' ? String(search.q) : text(search.q),
    channel: text(search.channel),
    handler: handlers.find((each) => each === search.handler),
    label: text(search.label),
    assignee: text(search.assignee),
    language: text(search.language),
    unread: search.unread === true ? true : undefined,
  }
}

/** What stays of the address on the way to another conversation, or back to the list. */
export const narrowingOf = (now: object): Narrowing => readNarrowing({ ...now })

/** Whether both ask for the same, whichever way it stands in the address. */
export function same(a: Filter, b: Filter): boolean {
  return a.view === b.view && writeSearch(readNarrowing({ ...a })) === writeSearch(readNarrowing({ ...b }))
}

/** What a view's word in the address asks for: one of ours, or `label-…` and `channel-…` with an id. */
export function readPlace(word: string): Filter {
  const [, kind, id] = /^(label|channel)-(.+)$/.exec(word) ?? []
  if (kind === 'label') return { view: 'all', label: id }
  if (kind === 'channel') return { view: 'all', channel: id }
  return { view: isView(word) ? word : 'all' }
}

export function isNarrowed(narrowing: Narrowing): boolean {
  return Object.values(narrowing).some((value) => value !== undefined)
}

/** The server's rule for what it can be known here, so that a live change need not ask again. */
export function fits(filter: Narrowing, row: Conversation, known: boolean): boolean {
  if (filter.q && !known) return false
  return (
    (!filter.channel || filter.channel === row.channel.id) &&
    (!filter.label || row.labelIds.includes(filter.label)) &&
    (!filter.handler ||
      (filter.handler === 'needs-person' ? row.needsPerson !== undefined : filter.handler === row.handler)) &&
    (!filter.assignee || filter.assignee === (row.assignee?.id ?? 'nobody')) &&
    (!filter.language || filter.language === row.contact.language) &&
    // what was unread when it was asked for stays while it is read
    (!filter.unread || known || (row.unread ?? 0) > 0)
  )
}

/** What narrows a saved view, as the server keeps it. */
export function writeSearch(narrowing: Narrowing): string {
  const values = Object.entries(narrowing).filter(([, value]) => value !== undefined)
  return new URLSearchParams(values.map(([name, value]) => [name, String(value)])).toString()
}

export function readSearch(search: string): Narrowing {
  const read = Object.fromEntries(new URLSearchParams(search))
  return readNarrowing({ ...read, unread: read.unread === 'true' })
}
