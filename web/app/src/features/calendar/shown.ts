import type { Appointment } from '@/api/types'
import type { Initial } from '@/parts/booking/BookingSheet'
import { isOff } from './Block'
import { endOf, type Conflict, type Target } from './useMoves'

/** The same for the same customer, on another day. */
export function copyOf({ serviceId, providerId, contact, note }: Appointment, date: string): Initial {
  return {
    serviceId,
    providerId,
    date,
    contactId: contact.id ?? undefined,
    name: contact.name,
    phone: contact.phone ?? undefined,
    note: note ?? undefined,
  }
}

/** An appointment as if its move had been agreed to. */
export function at(booking: Appointment, target: Target | undefined): Appointment {
  if (!target) return booking
  return {
    ...booking,
    providerId: target.providerId,
    start: new Date(target.start).toISOString(),
    end: new Date(endOf(booking, target)).toISOString(),
  }
}

/** Whether it has the time that another was to have. */
export function inTheWay(each: Appointment, { booking, wanted }: Conflict): boolean {
  return (
    each.id !== booking.id &&
    each.providerId === wanted.providerId &&
    !isOff(each.status) &&
    Date.parse(each.start) < endOf(booking, wanted) &&
    Date.parse(each.end) > wanted.start
  )
}

export function original(shown: Appointment, stored: Appointment[] | undefined): Appointment {
  return stored?.find(({ id }) => id === shown.id) ?? shown
}
