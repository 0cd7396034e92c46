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
  close(): void
}

/** From an event on, so that nothing is missed that happened since something was read; from now on without it. */
export function openStream(business: string, from: string | undefined, tell: (news: StreamNews) => void): Stream {
  const source = new EventSource(`/api/events?${new URLSearchParams({ business, ...(from && { lastEventId: from }) })}`)
  const stream: Stream = { state: 'down', close: () => source.close() }
  source.onopen = () => {
    stream.state = 'up'
    tell({ kind: 'up' })
  }
  source.onerror = () => {
    stream.state = 'down'
    tell({ kind: source.readyState === EventSource.CLOSED ? 'refused' : 'down' })
  }
  for (const name of Object.keys(names) as EventName[]) {
    source.addEventListener(name, (event) => tell({ kind: 'event', name, data: (event as MessageEvent<string>).data }))
  }
  return stream
}
