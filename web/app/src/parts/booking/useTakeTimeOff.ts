import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import {
  affectedOf,
  stillPossible,
  takeTimeOff,
  undecided,
  type Affected,
  type Decisions,
  type TimeOff,
  type TimeOffRequest,
} from './timeOff'

/** Takes time off; whoever is booked then is decided on first. */
export function useTakeTimeOff() {
  const { t } = useTranslation()
  const { t: booking } = useTranslation('booking')
  const cache = useQueryClient()
  const [affected, setAffected] = useState<Affected[]>([])
  const [decisions, setDecisions] = useState<Decisions>({})
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)

  const look = () =>
    Promise.all(
      ['time-off', 'appointments', 'free-times'].map((part) => cache.invalidateQueries({ queryKey: key(part) })),
    )

  /** At another time others are booked: they are asked for again. */
  const anew = () => {
    setAffected([])
    setProblem(undefined)
  }

  /** Undefined when it was not taken: the reason is shown, or who must be decided on. */
  async function take(request: Omit<TimeOffRequest, 'decisions'>): Promise<TimeOff | undefined> {
    const open = undecided(affected, decisions)
    if (open.length > 0) {
      setProblem(booking('affected.first', { count: open.length }))
      return undefined
    }
    setBusy(true)
    setProblem(undefined)
    try {
      const taken = await takeTimeOff(request, affected.length > 0 ? decisions : {})
      await look()
      return taken
    } catch (failure) {
      const found = affectedOf(failure)
      if (found) {
        setAffected(found)
        setDecisions(stillPossible(decisions, found))
      } else {
        setProblem(failure instanceof ApiError && !failure.offline ? failure.message : t('error.notSaved'))
      }
      setBusy(false)
      return undefined
    }
  }

  return { affected, decisions, setDecisions, problem, setProblem, busy, anew, take, look }
}
