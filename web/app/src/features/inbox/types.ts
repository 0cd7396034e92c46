import type { Schema } from '@frontdesk/shared/api'

/** What the inbox reads and is told. Fields that are left out do not apply. */

export type Conversation = Schema<'Conversation'>
export type Person = Schema<'MessagePerson'>
export type Attachment = Schema<'MessageFile'>
/** A file that the server keeps for who sends it. */
export type Upload = Schema<'UploadsUpload'>
export type Quote = Schema<'MessageQuote'>
export type Source = Schema<'TurnSource'>
/** What this member thinks of an answer of the assistant's. */
export type Rating = Schema<'RatingItem'>
export type Run = Schema<'RunWhy'>
/** Which run is asked about; what was done for a `draft` is done once it is sent. */
export interface Why {
  run: string
  draft?: boolean
}
export type DeliveryStatus = Schema<'Message'>['status']

/** `pending` and `unsent` are ours alone: on the way to the server, or never arrived there. */
export type ShownStatus = DeliveryStatus | 'pending' | 'unsent'

export type Message = Omit<Schema<'Message'>, 'status'> & {
  status: ShownStatus
  /** of one that is not stored yet: the newest that was known when it was begun */
  seenSeq?: number
  /** of such a note: who is told of it */
  mentions?: string[]
  /** of one that is not stored yet: the assistant's draft it was made of */
  suggestion?: string
}

export const views = ['attention', 'mine', 'unassigned', 'ai', 'mentions', 'all', 'snoozed', 'closed', 'spam'] as const
export type View = (typeof views)[number]

export function isView(word: string): word is View {
  return (views as readonly string[]).includes(word)
}
