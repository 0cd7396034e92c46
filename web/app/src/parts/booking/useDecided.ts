import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { key, useCan } from '@/api/queries'
import type { Appointment } from '@/api/types'
import { affectedOf, stillPossible, toRequest, undecided, type Affected, type Decided, type Decisions } from './timeOff'

/** Saves what takes the time of bookings away: nothing is saved until each of them is decided on. */
export function useDecided() {
  const { t } = useTranslation()
  const { t: booking } = useTranslation('booking')
  const cache = useQueryClient()
  const [affected, setAffected] = useState<Affected[]>([])
  const [decisions, setDecisions] = useState<Decisions>({})
  const [problem, setProblem] = useState<string>()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useState<Appointment[]>([])
  const mayTell = useCan('inbox.reply')
  const changing = affected
    .map(({ appointment }) => appointment)
    .filter(({ id }) => decisions[id] !== undefined && decisions[id] !== 'keep')
  const news = mayTell ? changing : []

  const look = () =>
    Promise.all(
      ['time-off', 'appointments', 'free-times'].map((part) => cache.invalidateQueries({ queryKey: key(part) })),
    )

  /** At another time others are booked: they are asked for again. */
  const anew = () => {
    setAffected([])
    setProblem(undefined)
  }

  /** Undefined when it was not saved: the reason is shown, or who must be decided on. */
  async function save<Saved>(send: (decisions: Decided) => Promise<Saved>): Promise<Saved | undefined> {
    const open = undecided(affected, decisions)
    if (open.length > 0) {
      setProblem(booking('affected.first', { count: open.length }))
      return undefined
    }
    setBusy(true)
    setProblem(undefined)
    setErrors({})
    try {
      const saved = await send(affected.length > 0 ? toRequest(decisions) : [])
      await look()
      setChanged(news)
      setAffected([])
      setBusy(false)
      return saved
    } catch (failure) {
      const found = affectedOf(failure)
      if (found) {
        setAffected(found)
        setDecisions(stillPossible(decisions, found))
      } else if (failure instanceof ApiError && failure.fieldErrors.length > 0) {
        setErrors(Object.fromEntries(failure.fieldErrors.map(({ field, message }) => [field, message])))
        setProblem(failure.fieldErrors[0]?.message)
      } else {
        setProblem(failure instanceof ApiError && !failure.offline ? failure.message : t('error.notSaved'))
      }
      setBusy(false)
      return undefined
    }
  }

  return {
    affected,
    decisions,
    setDecisions,
    problem,
    setProblem,
    /** by field, as the server names it */
    errors,
    setErrors,
    busy,
    anew,
    save,
    look,
    /** who might want to hear of it once it is saved */
    news,
    /** the same of what was saved last */
    changed,
    told: () => setChanged([]),
  }
}
