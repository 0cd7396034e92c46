import type { Events } from '@frontdesk/shared/api'

/** One event stream of one business, kept open. Runs in the shared worker, or in the page where there is none. */

export type EventName = keyof Events

/** Every name there is: one that is missing or too many does not compile. */
const names: Record<EventName, true> = {
  'message.created': true,
  'message.status': true,
  'conversation.changed': true,
  'conversation.gone': true,
  'counts.changed': true,
  'ai.progress': true,
  'ai.delta': true,
  'ai.done': true,
  'ai.failed': true,
  'ai.paused': true,
  'appointment.changed': true,
  'slot.held': true,
  'calendar.changed': true,
  'time-off.changed': true,
  'channel.health': true,
  'contact.changed': true,
  'assistant.changed': true,
  'job.progress': true,
  notification: true,
  'permissions.changed': true,
  presence: true,
  resync: true,
  typing: true,
}

export type StreamNews =
  | { kind: 'event'; name: EventName; data: string }
  | { kind: 'up' }
  | { kind: 'down' }
  /** the server refused; the page renews the session and asks for a new stream */
  | { kind: 'refused' }

export interface Stream {
  state: 'up' | 'down'
  /** the last event that was told, or the one it began after */
  last: string | undefined
  close(): void
}

/**
 * Whether a stream that told `last` may have told of something after `from`: of one that began in between nobody knows. An id is a life of the server's list of events and a
 * number that counts up in it; those of two lives cannot be compared, and count as later.
 */
export function isPast(last: string | undefined, from: string | undefined): boolean {
  if (!from) return false
  if (!last) return true
  const place = (id: string) => [id.slice(0, id.lastIndexOf('-')), Number(id.slice(id.lastIndexOf('-') + 1))] as const
  const [life, told] = place(last)
  const [itsLife, read] = place(from)
  return life !== itsLife || told > read
}

/** From an event on, so that nothing is missed that happened since something was read; from now on without it. */
export function openStream(business: string, from: string | undefined, tell: (news: StreamNews) => void): Stream {
  const source = new EventSource(`/api/events?${new URLSearchParams({ business, ...(from && { lastEventId: from }) })}`)
  const stream: Stream = { state: 'down', last: from, close: () => source.close() }
  source.onopen = () => {
    stream.state = 'up'
    tell({ kind: 'up' })
  }
  source.onerror = () => {
    stream.state = 'down'
    tell({ kind: source.readyState === EventSource.CLOSED ? 'refused' : 'down' })
  }
  for (const name of Object.keys(names) as EventName[]) {
    source.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
      stream.last = lastEventId
      tell({ kind: 'event', name, data })
    })
  }
  return stream
}
