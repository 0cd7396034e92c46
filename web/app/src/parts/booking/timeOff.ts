import type { Schema } from '@frontdesk/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { api } from '@/api/client'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import type { Appointment } from '@/api/types'
import type { Slot } from './api'

export type TimeOff = Schema<'TimeOff'>
export type TimeOffRequest = Schema<'TimeOffRequest'>

/** A booking that falls into time off, and where it could go instead. */
export interface Affected {
  appointment: Appointment
  alternatives: Slot[]
}

/** What becomes of it: it stays, is called off, or goes to one of the alternatives. */
export type Decision = 'keep' | 'cancel' | Slot
export type Decisions = Record<string, Decision | undefined>

/** Of a provider, from now on. */
export const timeOffQuery = (provider: string) =>
  queryOptions({
    queryKey: key('time-off', { provider }),
    queryFn: async () => (await api.get('/api/time-off', { provider })).items,
  })

export const takeTimeOff = (request: TimeOffRequest) => api.post('/api/time-off', request)

/** As the server reads what was decided. */
export type Decided = NonNullable<TimeOffRequest['decisions']>

export const toRequest = (decisions: Decisions): Decided =>
  Object.entries(decisions).flatMap(([appointmentId, decision]) => decided(appointmentId, decision))

function decided(appointmentId: string, decision?: Decision): Decided {
  if (decision === undefined) return []
  if (typeof decision === 'string') return [{ appointmentId, action: decision }]
  return [{ appointmentId, action: 'move', providerId: decision.providerId, start: decision.start }]
}

export const giveTimeOffBack = (id: string) => api.delete(`/api/time-off/${id}`)

/** The bookings that must be decided on first; undefined when it failed for something else. */
export function affectedOf(failure: unknown): Affected[] | undefined {
  return failure instanceof ApiError && failure.code === 'appointments-affected'
    ? (failure.body.appointments as Affected[])
    : undefined
}

/** What was decided and still can be: a time to move to may be gone. */
export function stillPossible(decisions: Decisions, affected: Affected[]): Decisions {
  return Object.fromEntries(
    affected.map(({ appointment, alternatives }) => {
      const decision = decisions[appointment.id]
      const possible = typeof decision !== 'object' || alternatives.some((slot) => slotKey(slot) === slotKey(decision))
      return [appointment.id, possible ? decision : undefined]
    }),
  )
}

export const slotKey = ({ start, providerId }: Slot) => `${start} ${providerId}`

export const undecided = (affected: Affected[], decisions: Decisions) =>
  affected.filter(({ appointment }) => decisions[appointment.id] === undefined)
