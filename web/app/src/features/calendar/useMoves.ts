import { timeNow } from '@/api/clock'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { useCan } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import type { Appointment } from '@/api/types'
import { cancel as callOff, freeTimesQuery, mark, reschedule, type Slot } from '@/parts/booking/api'
import { addDaysTo } from '@/parts/booking/dates'
import { putBooking } from '@/parts/booking/upsert'
import { toast } from '@/ui/toast'
import { nearest } from './layout'

export interface Target {
  start: number
  /** as long as before without it */
  end?: number
  providerId: string
  /** though hours or notice of the business speak against it */
  anyway?: boolean
}

export interface Conflict {
  booking: Appointment
  wanted: Target
  reason: string
  options: Slot[]
  overridable: boolean
}

/** Moves appointments: shown as pending at the new time until the server agrees, back at the old one when it does not. */
export function useMoves(onDone: (booking: Appointment, undone: boolean) => void) {
  const { t } = useTranslation('calendar')
  const cache = useQueryClient()
  const mayChange = useCan('calendar.change')
  const { localDate, dateTime, time } = useFormat()
  const [pending, setPending] = useState<Record<string, Target>>({})
  const [conflict, setConflict] = useState<Conflict>()

  async function options(booking: Appointment, wanted: Target, failure: ApiError): Promise<Slot[]> {
    const offered = (failure.body.alternatives ?? []) as Slot[]
    const own = offered.some(({ start, providerId }) => start === booking.start && providerId === booking.providerId)
    if (offered.length > 0 && !own) return nearest(offered, wanted.start, 3)
    const from = localDate(new Date(Math.max(timeNow(), wanted.start)))
    const free = await cache
      .fetchQuery(freeTimesQuery(booking.serviceId, wanted.providerId, from, addDaysTo(from, 7)))
      .catch(() => [])
    return nearest(free, wanted.start, 3)
  }

  async function move(booking: Appointment, target: Target, undoing = false): Promise<boolean> {
    const end = endOf(booking, target)
    const stays = target.start === Date.parse(booking.start) && target.providerId === booking.providerId
    if (stays && end === Date.parse(booking.end)) return true
    setConflict(undefined)
    setPending((now) => ({ ...now, [booking.id]: target }))
    try {
      const moved = await reschedule(booking.id, {
        start: new Date(target.start).toISOString(),
        end: target.end === undefined ? undefined : new Date(target.end).toISOString(),
        providerId: target.providerId,
        version: booking.version,
        override: target.anyway,
      })
      putBooking(cache, moved)
      // the same beginning is no news
      if (!stays) onDone(moved, undoing)
      const name = booking.contact.name
      const text = stays
        ? t('move.resized', { name, to: time(moved.end) })
        : t('move.done', { name, when: dateTime(moved.start) })
      toast.done(text, {
        undo: () =>
          move(
            moved,
            {
              start: Date.parse(booking.start),
              end: Date.parse(booking.end),
              providerId: booking.providerId,
              // it was there before, whatever its notice
              anyway: mayChange || undefined,
            },
            true,
          ),
      })
      return true
    } catch (failure) {
      if (failure instanceof ApiError && (failure.status === 409 || failure.status === 422)) {
        setConflict({
          booking,
          wanted: target,
          reason: failure.fieldErrors[0]?.message ?? failure.message,
          options: await options(booking, target, failure),
          overridable: failure.body.overridable === true,
        })
      } else {
        toast.failed(t('move.failed', { name: booking.contact.name }), { description: t('move.safe') })
      }
      return false
    } finally {
      setPending(({ [booking.id]: _, ...rest }) => rest)
    }
  }

  async function cancel(booking: Appointment, reason?: string): Promise<boolean> {
    const { name } = booking.contact
    try {
      const cancelled = await callOff(booking.id, reason)
      putBooking(cache, cancelled)
      onDone(cancelled, false)
      toast.done(t('cancel.done', { name }), { undo: () => bringBack(booking) })
      return true
    } catch (failure) {
      toast.failed(t('cancel.failed'), { description: sayable(failure) })
      return false
    }
  }

  async function bringBack({ id, status, contact }: Appointment) {
    try {
      const back = await mark(id, status === 'requested' ? 'requested' : 'confirmed')
      putBooking(cache, back)
      onDone(back, true)
    } catch (failure) {
      toast.failed(t('cancel.notBack', { name: contact.name }), { description: sayable(failure) })
    }
  }

  return { move, cancel, pending, conflict, dismiss: () => setConflict(undefined) }
}

/** When an appointment would end there. */
export function endOf(booking: Appointment, target: Target): number {
  return target.end ?? target.start + Date.parse(booking.end) - Date.parse(booking.start)
}

const sayable = (failure: unknown) => (failure instanceof ApiError && !failure.offline ? failure.message : undefined)
