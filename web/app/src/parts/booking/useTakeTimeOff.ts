import { takeTimeOff, type TimeOffRequest } from './timeOff'
import { useDecided } from './useDecided'

/** Takes time off; whoever is booked then is decided on first. */
export function useTakeTimeOff() {
  const decided = useDecided()
  const take = (request: Omit<TimeOffRequest, 'decisions'>) =>
    decided.save((decisions) => takeTimeOff({ ...request, decisions }))
  return { ...decided, take }
}
