import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { currentBusiness } from '@/api/client'
import { toast } from './toast'

const patience = 300

export interface KeptForm<T> {
  /** tells forms apart, with the id of what is edited */
  name: string
  /** whether anything was typed that is not saved */
  dirty: boolean
  values: T
  /** puts words back that were kept */
  restore: (values: T) => void
}

/**
 * Keeps what is typed into a form through a reload, a crash or a sign-in that ran out, for this tab. Never for secrets.
 * Call the answer once all is saved, or given up.
 */
export function useKeptWords<T>({ name, dirty, values, restore }: KeptForm<T>): () => void {
  const { t } = useTranslation()
  const place = `fd-form:${currentBusiness() ?? 'me'}:${name}`
  const asked = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const words = dirty ? JSON.stringify(values) : undefined

  const putBack = useEffectEvent(() => {
    const kept = read(place)
    if (!kept) return
    restore(JSON.parse(kept) as T)
    toast.info(t('kept'))
  })
  useEffect(() => {
    // before anything is kept that would take its place
    if (!asked.current) {
      asked.current = true
      putBack()
      return
    }
    timer.current = setTimeout(() => keep(place, words), patience)
    return () => clearTimeout(timer.current)
  }, [place, words])

  return () => {
    clearTimeout(timer.current)
    keep(place, undefined)
  }
}

function read(place: string): string | undefined {
  try {
    const kept = sessionStorage.getItem(place) ?? undefined
    return kept && JSON.parse(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function keep(place: string, words: string | undefined): void {
  try {
    if (words === undefined) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, words)
  } catch {
    // storage is blocked or full: the words last as long as the page
  }
}
