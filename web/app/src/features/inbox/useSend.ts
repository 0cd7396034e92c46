import { timeNow } from '@/api/clock'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { useFormat } from '@/i18n/useFormat'
import { key, useMe } from '@/api/queries'
import { toast } from '@/ui/toast'
import { retry as askRetry, send, writeNote } from './api'
import { onItsWay, putBack } from './files'
import { changeMessage, dropMessage, putConversation, putMessage } from './cache'
import { giveBack, type DraftKind } from './drafts'
import { isLocal, local } from './messages'
import { mentioned } from './picking'
import type { Conversation, Message, Person, Quote, Upload } from './types'
import { forgetUnsent, keepUnsent, whileSending } from './unsent'

/** What goes with the words. */
export interface Beside {
  /** of the newest message when they were begun; left out to send in any case */
  seenSeq?: number
  /** the draft they were made of */
  suggestion?: string
  file?: Upload
  /** what they answer */
  quote?: Quote
}

/** Sends what is written: shown as pending at once, and never lost when it does not arrive. */
export function useSend(conversation: Conversation | undefined) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const { user, tenant } = useMe()
  const { shortDay, time } = useFormat()

  const deliver = (id: string, message: Message) => whileSending(message, () => attempt(id, message))

  async function attempt(id: string, message: Message) {
    keepUnsent(tenant.slug, id, message)
    // the same key for every try: what did arrive is not sent again
    try {
      const stored =
        message.kind === 'note'
          ? await writeNote(id, message.text, message.id, message.mentions)
          : await send(id, message)
      forgetUnsent(tenant.slug, id, message.id)
      dropMessage(cache, id, message.id)
      putMessage(cache, id, stored)
    } catch (failure) {
      const refused = failure instanceof ApiError && failure.status >= 400 && failure.status < 500
      if (!refused) {
        keepUnsent(tenant.slug, id, message, true)
        changeMessage(cache, id, message.id, (each) => ({ ...each, status: 'unsent' }))
        return
      }
      // refused for good, as after the window closed: words and file go back into the box
      forgetUnsent(tenant.slug, id, message.id)
      dropMessage(cache, id, message.id)
      const draft: DraftKind = message.kind === 'note' ? 'note' : 'reply'
      const file = message.attachments[0]
      if (file) putBack(id, file, failure.code === 'file-gone' ? failure.message : undefined)
      giveBack(tenant.slug, id, draft, message.text, message.suggestion)
      toast.failed(t('failure.refused'), { description: [failure.message, ...stillFree(failure)].join(' ') })
      return message
    }
  }

  /** Where the time of a draft is gone: what is free around it. */
  function stillFree({ body }: ApiError): string[] {
    const free = (body.alternatives ?? []) as { start: string }[]
    const times = [...new Set(free.map(({ start }) => `${shortDay(start)} ${time(start)}`))]
    return times.length > 0 ? [t('failure.stillFree', { times: times.slice(0, 3).join(' · ') })] : []
  }

  return {
    send: (kind: DraftKind, text: string, { seenSeq, suggestion, file, quote }: Beside = {}) => {
      if (!conversation) return Promise.resolve(undefined)
      const members = cache.getQueryData<Person[]>(key('members')) ?? []
      const mentions = kind === 'note' ? mentioned(text, members) : undefined
      const plain = local(
        text,
        kind === 'note' ? 'note' : (file?.kind ?? 'text'),
        { id: user.id, name: user.name },
        new Date(timeNow()).toISOString(),
      )
      const attachments = file ? [onItsWay(file)] : []
      const message = { ...plain, seenSeq, mentions, suggestion, attachments, quote }
      putMessage(cache, conversation.id, message)
      return deliver(conversation.id, message)
    },
    retry: async (message: Message) => {
      if (!conversation) return
      const { id } = conversation
      if (isLocal(message)) {
        changeMessage(cache, id, message.id, (each) => ({ ...each, status: 'pending' }))
        await deliver(id, message)
        return
      }
      changeMessage(cache, id, message.id, (each) => ({ ...each, status: 'queued', failure: undefined }))
      try {
        putConversation(cache, await askRetry(id, message.id), user.id)
      } catch (failure) {
        changeMessage(cache, id, message.id, () => message)
        toast.failed(t('failure.retryFailed'), {
          description: failure instanceof ApiError ? failure.message : undefined,
        })
      }
    },
  }
}
