import type { Schema } from '@frontdesk/shared/api'

/** Shapes of the API that more than one feature reads. A feature's own stand in its `api.ts`. */

export interface Page<T> {
  items: T[]
  next: string | null
}

/** A member's; whoever runs the platform has no business, and no screen here. */
export type Me = Schema<'Me'> & Required<Pick<Schema<'Me'>, 'tenant'>>
export type Permission = Me['permissions'][number]
export type AiMode = Schema<'Conversation'>['aiMode']
export type Service = Schema<'Service'>
export type Provider = Schema<'Provider'>
export type HoursException = Schema<'HoursExceptionItem'>
export type BusinessHours = Schema<'Hours'>
export type Appointment = Schema<'Appointment'>
export type AppointmentStatus = Appointment['status']
export type Channel = Schema<'Channel'>
export type ChannelState = Channel['state']
export type SetupProgress = Schema<'SetupProgress'>
export type Contact = Schema<'Contact'>
