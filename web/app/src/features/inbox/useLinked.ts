import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { currentBusiness } from '@/api/client'
import { ApiError } from '@/api/errors'
import { useSteady } from '@/parts/useSteady'
import { toast } from '@/ui/toast'
import { message, messagesQuery } from './api'
import { messagesOf } from './cache'
import { quoteOf } from './Quoted'
import type { Quote } from './types'

/** An address that leads to one message. */
export function linkTo(conversation: string, id: string): string {
  return `${location.origin}/app/${currentBusiness()}/inbox/all/${conversation}?m=${id}`
}

/** The message that the address names; `again` tells one time that it is asked for from the next. */
export interface Linked {
  id: string
  again: number
}

/** Leads to the message that the address names, once the newest are there; one that is not there is said. */
export function useLinked(
  conversation: string,
  linked: Linked | undefined,
  loaded: boolean,
  jump: (quote: Quote) => void,
): void {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const { id, again } = linked ?? {}
  const steady = useSteady({
    find: async (wanted: string) => {
      const near = messagesOf(cache.getQueryData(messagesQuery(conversation).queryKey))
      return near.find((each) => each.id === wanted) ?? (await message(conversation, wanted))
    },
    failed: (failure: unknown) => {
      const gone = failure instanceof ApiError && (failure.status === 404 || failure.status === 400)
      if (gone) toast.failed(t('link.gone'), { description: t('link.goneText') })
      else toast.failed(t('quote.notLoaded'))
    },
  })
  useEffect(() => {
    if (!id || !loaded) return
    let left = false
    steady.find(id).then(
      (found) => left || jump(quoteOf(found)),
      (failure: unknown) => left || steady.failed(failure),
    )
    return () => {
      left = true
    }
  }, [id, again, loaded, jump, steady])
}
