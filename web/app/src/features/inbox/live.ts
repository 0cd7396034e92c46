import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '@/api/client'
import { timeNow } from '@/api/clock'
import { countAgain, key, useMe } from '@/api/queries'
import { useLive } from '@/live/live'
import { markRead } from './api'
import { dropConversation, findConversation, hearMessage, putConversation, putStatus } from './cache'
import { changeRun, ended, progressed, wrote } from './runs'
import { hasSent, heardPresence, heardTyping } from './viewers'

/** Keeps list and thread as the server has them, from what the stream tells. `open` is the one on screen. */
export function useInboxLive(open: string | undefined): void {
  const cache = useQueryClient()
  const me = useMe().user.id

  const fetchRow = useCallback(
    (id: string) =>
      api.get(`/api/conversations/${id}`).then(
        (row) => putConversation(cache, row, me),
        // the stream told of something that we may not see, or that is gone: nothing to show
        () => undefined,
      ),
    [cache, me],
  )

  useLive('message.created', (news) => {
    const seen = news.conversationId === open && document.visibilityState === 'visible'
    if (!hearMessage(cache, news, me, seen)) void fetchRow(news.conversationId)
    if (news.message.author === 'contact') {
      if (seen) void markRead(news.conversationId).catch(() => undefined)
      else countAgain(cache)
    }
    // what was written for later may be what was sent
    if (news.message.author === 'member') {
      void cache.invalidateQueries({ queryKey: key('scheduled', news.conversationId) })
    }
    if (news.message.attachments.length > 0) void cache.invalidateQueries({ queryKey: key('contact-files') })
    hasSent(news.conversationId, news.message.member?.id)
    if (news.message.author === 'ai') {
      // the checked text takes the place of the pieces
      changeRun(news.conversationId, (state) => ({
        ...state,
        working: state.working && { ...state.working, text: '' },
      }))
    }
  })
  useLive('presence', (news) => heardPresence(news, me))
  useLive('typing', (news) => heardTyping(news, me))
  useLive('conversation.gone', ({ conversationId }) => {
    dropConversation(cache, conversationId)
    countAgain(cache)
  })
  useLive('message.status', (news) => putStatus(cache, news))
  useLive('conversation.changed', ({ conversation }) => {
    const { contact } = conversation
    const known = findConversation(cache, conversation.id)?.contact
    if (known && (known.name !== contact.name || known.phone !== contact.phone)) {
      void cache.invalidateQueries({ queryKey: key('contact', contact.id) })
    }
    putConversation(cache, conversation, me)
    // a customer may have said what they thought of it
    if (conversation.status === 'closed') {
      void cache.invalidateQueries({ queryKey: key('ratings', conversation.id) })
    }
  })
  useLive('ai.progress', (news) => changeRun(news.conversationId, (state) => progressed(state, news, timeNow())))
  useLive('ai.delta', (news) => changeRun(news.conversationId, (state) => wrote(state, news, timeNow())))
  useLive('ai.done', (news) => changeRun(news.conversationId, (state) => ended(state, news.runId, news.outcome)))
  useLive('ai.failed', (news) => changeRun(news.conversationId, (state) => ended(state, undefined, 'failed')))
  useLive('ai.paused', (news) => changeRun(news.conversationId, () => ({})))

  // what ran while the stream was down may have ended unheard
  useLive('resync', () => open && changeRun(open, () => ({})))
}
