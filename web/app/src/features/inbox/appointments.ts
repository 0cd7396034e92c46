import type { Message } from './types'

/** What happened to an appointment, as the translations name it; what still waits for a yes is no booking. */
export function deedOf({ event, appointment }: Message): string | undefined {
  const deed = /^appointment-(.+)$/.exec(event?.type ?? '')?.[1]
  return deed === 'booked' && appointment?.status === 'requested' ? 'requested' : deed
}

/** By whom it was done, as the translations name them. */
export function doneBy({ event }: Message, me: string): string {
  if (event?.by !== 'member') return event?.by ?? 'member'
  return event.memberId === me ? 'you' : 'member'
}
