import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, type RefObject } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useSteady } from '@/parts/useSteady'
import { toast } from '@/ui/toast'
import { loadBackTo } from './cache'
import type { Message, Quote } from './types'

/** How long it is shown which message was found. */
const shownFor = 2500

/**
 * Goes to a message of this conversation, however far back it is.
 *
 * @param showAll of what is here, some may not be drawn
 */
export function useJump(
  conversation: string,
  log: RefObject<HTMLElement | null>,
  messages: Message[],
  showAll: () => void,
) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const [wanted, setWanted] = useState<Quote>()
  const [found, setFound] = useState<string>()
  const steady = useSteady({ showAll })

  // looked for again with every piece that is fetched for it
  useEffect(() => {
    const element = wanted && log.current?.querySelector<HTMLElement>(`[data-id="${wanted.id}"]`)
    if (!element) return
    element.scrollIntoView({ block: 'center' })
    element.focus({ preventScroll: true })
    setFound(wanted.id)
    setWanted(undefined)
  }, [wanted, log, messages])
  useEffect(() => {
    const timer = setTimeout(() => setFound(undefined), shownFor)
    return () => clearTimeout(timer)
  }, [found])

  const jump = useCallback(
    (quote: Quote) => {
      setWanted(quote)
      steady.showAll()
      loadBackTo(cache, conversation, quote.seq).catch(() => {
        setWanted(undefined)
        toast.failed(t('quote.notLoaded'))
      })
    },
    [cache, conversation, steady, t],
  )
  return { found, jump }
}
