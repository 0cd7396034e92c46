/** One event stream of one business, kept open. Runs in the shared worker, or in the page where there is none. */

export const eventNames = [
  'message.created',
  'message.status',
  'conversation.changed',
  'counts.changed',
  'typing',
  'presence',
  'ai.progress',
  'ai.delta',
  'ai.done',
  'ai.failed',
  'ai.paused',
  'appointment.changed',
  'slot.held',
  'channel.health',
  'notification',
  'permissions.changed',
  'resync',
] as const

export type EventName = (typeof eventNames)[number]

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

export function openStream(business: string, tell: (news: StreamNews) => void): Stream {
  const source = new EventSource(`/api/events?business=${encodeURIComponent(business)}`)
  const stream: Stream = { state: 'down', close: () => source.close() }
  source.onopen = () => {
    stream.state = 'up'
    tell({ kind: 'up' })
  }
  source.onerror = () => {
    stream.state = 'down'
    tell({ kind: source.readyState === EventSource.CLOSED ? 'refused' : 'down' })
  }
  for (const name of eventNames) {
    source.addEventListener(name, (event) => tell({ kind: 'event', name, data: (event as MessageEvent<string>).data }))
  }
  return stream
}
