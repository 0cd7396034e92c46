import { useEffect, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { currentBusiness } from '@/api/client'
import { toast } from './toast'

const patience = 300

/**
 * Keeps what is typed into a form through a reload, a crash or a sign-in that ran out, for this tab. `name` tells forms
 * apart, with the id of what is edited. Never for secrets. Call the answer once all is saved, or given up.
 */
export function useKeptWords<T extends FieldValues>(name: string, form: UseFormReturn<T>): () => void {
  const { t } = useTranslation()
  const place = `fd-form:${currentBusiness() ?? 'me'}:${name}`
  const restored = useRef(false)

  useEffect(() => {
    if (restored.current) return
    restored.current = true
    const kept = readKept<T>(place)
    if (!kept) return
    form.reset(kept, { keepDefaultValues: true })
    toast.info(t('kept'))
  }, [form, place, t])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        clearTimeout(timer)
        timer = setTimeout(() => keep(place, isDirty ? values : undefined), patience)
      },
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [form, place])

  return () => keep(place, undefined)
}

function readKept<T>(place: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(place) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}

function keep(place: string, values: unknown): void {
  try {
    if (values === undefined) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(values))
  } catch {
    // storage is blocked or full: the words last as long as the page
  }
}
