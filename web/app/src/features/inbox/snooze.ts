import { TZDate } from '@date-fns/tz'
import { addDays, addHours, set, startOfDay } from 'date-fns'

export const snoozes = ['hour', 'tonight', 'tomorrow', 'monday'] as const
export type Snooze = (typeof snoozes)[number]

const at = (day: TZDate, hours: number) => set(startOfDay(day), { hours })

/** When a snoozed conversation comes back, in the business's days: evening is 19:00, morning 9:00. */
export function snoozeUntil(choice: Snooze, now: Date, zone: string): Date {
  const here = new TZDate(now, zone)
  const until = {
    hour: () => addHours(here, 1),
    tonight: () => at(here, 19),
    tomorrow: () => at(addDays(here, 1), 9),
    monday: () => at(addDays(here, (8 - here.getDay()) % 7 || 7), 9),
  }[choice]()
  return new Date(until.getTime())
}

const minuteOf = (date: Date) => Math.floor(date.getTime() / 60_000)

/**
 * Tonight is no choice once it has come, and no time is offered twice: on a Sunday tomorrow is Monday, and at six in the
 * evening tonight is in an hour.
 */
export function offered(now: Date, zone: string, choices: readonly Snooze[] = snoozes): Snooze[] {
  const until = (choice: Snooze) => minuteOf(snoozeUntil(choice, now, zone))
  return choices
    .filter((choice) => until(choice) > minuteOf(now) + 30)
    .filter((choice, at, all) => all.findIndex((other) => until(other) === until(choice)) === at)
}

/** When the assistant may be sent away until: an hour, tomorrow morning, or with no end. */
export function pauseUntil(choice: 'hour' | 'tomorrow' | 'always', now: Date, zone: string): Date | undefined {
  return choice === 'always' ? undefined : snoozeUntil(choice, now, zone)
}

/** The morning of the customer's next appointment, when that is still to come and not offered by another name. */
export function bookingDay(booked: { start: string; status: string }[], now: Date, zone: string): Date | undefined {
  const known = offered(now, zone).map((choice) => minuteOf(snoozeUntil(choice, now, zone)))
  return booked
    .filter(({ status }) => status === 'requested' || status === 'confirmed')
    .map(({ start }) => new Date(at(new TZDate(start, zone), 7).getTime()))
    .filter((morning) => morning > now)
    .sort((a, b) => a.getTime() - b.getTime())
    .slice(0, 1)
    .find((morning) => !known.includes(minuteOf(morning)))
}
