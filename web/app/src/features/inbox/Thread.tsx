import { useInfiniteQuery } from '@tanstack/react-query'
import { memo, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Sparkles } from 'lucide-react'
import { timeNow } from '@/api/clock'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { messagesQuery } from './api'
import { messagesOf } from './cache'
import { MessageItem } from './MessageItem'
import { byDay, currentDrafts } from './messages'
import { useRun } from './runs'
import { useJump } from './useJump'
import type { Message, Why } from './types'

interface Props {
  conversation: string
  onRetry: (message: Message) => void
  onWhy: (why: Why) => void
  onUse: (draft: Message) => void
  onQuote?: (message: Message) => void
}

/** As many as a tall screen shows. */
const FIRST = 12

/** What was said, by day. Stays at the newest while one is there, and where one reads otherwise. */
export const Thread = memo(function Thread({ conversation, onRetry, onWhy, onUse, onQuote }: Props) {
  const { t } = useTranslation('inbox')
  const { localDate, day } = useFormat()
  const query = useInfiniteQuery(messagesQuery(conversation))
  const { working } = useRun(conversation)
  const all = useMemo(() => messagesOf(query.data), [query.data])
  const drafts = useMemo(() => currentDrafts(all).map(({ id }) => id), [all])
  // what was answered otherwise is not shown any more
  const messages = useMemo(
    () => all.filter(({ id, kind }) => kind !== 'suggestion' || drafts.includes(id)),
    [all, drafts],
  )
  // what is in sight is there at once, what lies above it a moment later
  const whole = useDeferredValue(messages.length > 0, false)
  const days = useMemo(() => byDay(whole ? messages : messages.slice(-FIRST), localDate), [messages, whole, localDate])
  const today = localDate(new Date(timeNow()))
  const box = useRef<HTMLDivElement>(null)
  const { found, jump } = useJump(conversation, box, messages)
  const text = working?.text ?? ''
  useReadingPlace(box, days[0]?.messages[0]?.id, messages.at(-1)?.id, text)

  if (query.isError && !query.data) {
    return <ErrorCard error={query.error} onRetry={() => void query.refetch()} className="flex-1" />
  }
  return (
    <div
      ref={box}
      role="log"
      aria-label={t('thread.log')}
      aria-busy={text.length > 0}
      data-testid="thread"
      // the log is scrolled by keys too

      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto [overflow-anchor:none] outline-offset-[-2px]!"
    >
      <div className="flex min-h-full flex-col justify-end gap-2.5 px-4 py-4 md:px-6">
        {query.isPending && <SkeletonRows rows={4} />}
        {query.hasNextPage && (
          <Button
            size="sm"
            className="self-center"
            busy={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('thread.older')}
          </Button>
        )}
        {days.map(({ date, messages: said }) => (
          <section key={date} aria-label={day(said[0]!.at)} className="flex flex-col gap-2.5">
            <p className="self-center py-1 text-xs text-muted">
              {date === today ? t('thread.today', { day: day(said[0]!.at) }) : day(said[0]!.at)}
            </p>
            {said.map((message) => (
              <MessageItem
                key={message.id}
                conversation={conversation}
                message={message}
                draft={drafts.indexOf(message.id) + 1}
                drafts={drafts.length}
                onRetry={onRetry}
                onWhy={onWhy}
                onUse={onUse}
                onQuote={onQuote}
                onJump={jump}
                found={found === message.id}
              />
            ))}
          </section>
        ))}
        {text && (
          <div
            data-testid="ai-draft"
            dir="auto"
            className="max-w-[68%] self-end rounded-sheet rounded-ee-sm border border-dashed border-ai bg-ai-soft px-3 py-2 whitespace-pre-wrap max-md:max-w-[86%]"
          >
            <Sparkles aria-hidden className="me-1 inline size-3.5 text-ai" />
            {text}
          </div>
        )}
      </div>
    </div>
  )
})

/** Follows the newest message while the end is in view; keeps what is read in place when older ones come above. */
function useReadingPlace(
  box: React.RefObject<HTMLDivElement | null>,
  oldest: string | undefined,
  newest: string | undefined,
  text: string,
) {
  const seen = useRef({ oldest, height: 0, atEnd: true })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const before = seen.current
    if (before.atEnd) element.scrollTop = element.scrollHeight
    else if (before.oldest !== oldest) element.scrollTop += element.scrollHeight - before.height
    seen.current = { ...before, oldest, height: element.scrollHeight }
  }, [box, oldest, newest, text])
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const toEnd = () => {
      if (seen.current.atEnd) element.scrollTop = element.scrollHeight
    }
    const look = () => {
      seen.current.atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 48
    }
    element.addEventListener('scroll', look, { passive: true })
    // the composer grows, the strip comes, an image loads
    const sizes = new ResizeObserver(toEnd)
    sizes.observe(element)
    if (element.firstElementChild) sizes.observe(element.firstElementChild)
    return () => {
      element.removeEventListener('scroll', look)
      sizes.disconnect()
    }
  }, [box])
}
