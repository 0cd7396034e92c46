import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'
import { messagesQuery } from './api'
import { messagesOf } from './cache'
import type { Message } from './types'

/** What sending a draft of the assistant's does in the calendar, said in a line. */
export function useDeedOf() {
  const { t } = useTranslation('inbox')
  const { shortDay, time } = useFormat()
  return (draft: Message | undefined) => {
    const card = draft?.kind === 'suggestion' ? draft.appointment : undefined
    if (!card) return undefined
    const what = card.status === 'proposed' || card.status === 'cancelled' ? card.status : 'booked'
    return t(`deed.${what}`, {
      service: card.serviceName,
      provider: card.providerName,
      when: `${shortDay(card.start)} ${time(card.start)}`,
    })
  }
}

/** The same of the draft that the text in the box was made of. */
export function useDeed(conversation: string, suggestion: string | undefined): string | undefined {
  const { data } = useInfiniteQuery({ ...messagesQuery(conversation), enabled: suggestion !== undefined })
  const deedOf = useDeedOf()
  return suggestion === undefined ? undefined : deedOf(messagesOf(data).find(({ id }) => id === suggestion))
}
