import { useEffect, useState } from 'react'
import { timeNow } from '@/api/clock'

/** The time now, told again every so often, for what counts down. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(timeNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(timeNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
