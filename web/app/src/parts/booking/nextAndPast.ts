import type { Appointment } from '@/api/types'

const over: Appointment['status'][] = ['done', 'no-show', 'cancelled']

/** What is still to come, soonest first, and all the others, newest first. */
export function nextAndPast(appointments: Appointment[], now: number): { next: Appointment[]; past: Appointment[] } {
  const newestFirst = appointments.toSorted((a, b) => b.start.localeCompare(a.start))
  const isNext = ({ end, status }: Appointment) => Date.parse(end) > now && !over.includes(status)
  return { next: newestFirst.filter(isNext).reverse(), past: newestFirst.filter((each) => !isNext(each)) }
}
