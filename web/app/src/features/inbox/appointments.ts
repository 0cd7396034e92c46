import { formatDay, formatOffset, formatPhone, formatTime } from '@frontdesk/shared/format'
import type { Me } from '@/api/types'
import type { Conversation, Message } from './types'

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

/**
 * When an appointment begins, in the customer's words for it. It takes place at the business, and so in its zone, which is
 * named to those who call from another country.
 */
export function whenFor(start: string, contact: Conversation['contact'], business: Me['tenant']): string {
  const { timezone, country } = business
  const locale = contact.language ?? business.locale
  const when = `${formatDay(start, timezone, locale)}, ${formatTime(start, timezone, locale)}`
  const abroad = contact.phone && formatPhone(contact.phone, country).startsWith('+')
  return abroad ? `${when} (${formatOffset(start, timezone, locale)})` : when
}
