import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Fragment, memo, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ArrowDown, Sparkles } from 'lucide-react'
import { timeNow } from '@/api/clock'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { messagesQuery, ratingsQuery } from './api'
import { messagesOf } from './cache'
import { MessageItem } from './MessageItem'
import { byDay, currentDrafts, isLocal } from './messages'
import { useRun } from './runs'
import { useJump } from './useJump'
import { useLinked, type Linked } from './useLinked'
import type { Message, Why } from './types'

interface Props {
  conversation: string
  /** how many of the customer's messages nobody here had read when it was opened */
  unread: number
  /** the message that one is led to */
  linked?: Linked
  onRetry: (message: Message) => void
  onWhy: (why: Why) => void
  onUse: (draft: Message) => void
  onQuote?: (message: Message) => void
}

/** As many as a tall screen shows. */
const FIRST = 12
/** As many stay drawn of what comes while one watches as when it is opened, and this many more before some of them go. */
const DRAWN = 50
const SPARE = 25

/** What was said, by day. Stays at the newest while one is there, and where one reads otherwise. */
export const Thread = memo(function Thread({ conversation, unread, linked, onRetry, onWhy, onUse, onQuote }: Props) {
  const { t } = useTranslation('inbox')
  const { localDate, day } = useFormat()
  const query = useInfiniteQuery(messagesQuery(conversation))
  const { working } = useRun(conversation)
  const known = useMemo(() => messagesOf(query.data), [query.data])
  const drafts = useMemo(() => currentDrafts(known).map(({ id }) => id), [known])
  // what was answered otherwise is not shown any more
  const messages = useMemo(
    () => known.filter(({ id, kind }) => kind !== 'suggestion' || drafts.includes(id)),
    [known, drafts],
  )
  // what is in sight is there at once, what lies above it a moment later
  const whole = useDeferredValue(messages.length > 0, false)
  const { data: rated } = useQuery({ ...ratingsQuery(conversation), enabled: whole })
  const ratings = useMemo(() => new Map(rated?.items.map((each) => [each.messageId, each])), [rated])
  // a tab that is open all day draws no more than one that was just opened, until somebody asks for more
  const [from, setFrom] = useState<string>()
  const [all, setAll] = useState(false)
  const start = all
    ? 0
    : Math.max(
        0,
        messages.findIndex(({ id }) => id === from),
      )
  const shown = useMemo(() => messages.slice(whole ? start : -FIRST), [messages, whole, start])
  const days = useMemo(() => byDay(shown, localDate), [shown, localDate])
  const today = localDate(new Date(timeNow()))
  // opening it reads them all, but where they begin is still worth seeing
  const [fresh] = useState(unread)
  const [firstNew, setFirstNew] = useState<string>()
  if (fresh > 0 && !firstNew && messages.length > 0) {
    setFirstNew(messages.filter(({ author }) => author === 'contact').at(-fresh)?.id ?? messages[0]!.id)
  }
  const box = useRef<HTMLDivElement>(null)
  const { found, jump } = useJump(conversation, box, shown, () => setAll(true))
  useLinked(conversation, linked, query.isSuccess, jump)
  const text = working?.text ?? ''
  const { below, toEnd, atEnd } = useReadingPlace(box, days[0]?.messages[0]?.id, messages, text)
  if (atEnd && !all && messages.length - start > DRAWN + SPARE) setFrom(messages.at(-DRAWN)!.id)

  if (query.isError && !query.data) {
    return <ErrorCard error={query.error} onRetry={() => void query.refetch()} className="flex-1" />
  }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={box}
        role="log"
        aria-label={t('thread.log')}
        aria-busy={text.length > 0}
        data-testid="thread"
        // the log is scrolled by keys too

        tabIndex={0}
        className="isolate min-h-0 flex-1 overflow-y-auto [overflow-anchor:none] outline-offset-[-2px]!"
      >
        <div className="flex min-h-full flex-col justify-end gap-2.5 px-4 py-4 md:px-6">
          {query.isPending && <SkeletonRows rows={4} />}
          {(query.hasNextPage || start > 0) && (
            <Button
              size="sm"
              className="self-center"
              busy={query.isFetchingNextPage}
              onClick={() => (start > 0 ? setAll(true) : void query.fetchNextPage())}
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
                <Fragment key={message.id}>
                  {message.id === firstNew && <NewLine />}
                  <MessageItem
                    conversation={conversation}
                    message={message}
                    draft={drafts.indexOf(message.id) + 1}
                    drafts={drafts.length}
                    rating={ratings.get(message.id)}
                    onRetry={onRetry}
                    onWhy={onWhy}
                    onUse={onUse}
                    onQuote={onQuote}
                    onJump={jump}
                    found={found === message.id}
                  />
                </Fragment>
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
      {below > 0 && (
        <Button size="sm" className="absolute bottom-3 self-center shadow-float max-md:h-11" onClick={toEnd}>
          <ArrowDown aria-hidden />
          {t('thread.below', { count: below })}
        </Button>
      )}
    </div>
  )
})

function NewLine() {
  const { t } = useTranslation('inbox')
  return (
    <div
      role="separator"
      data-testid="new-line"
      className="flex items-center gap-3 text-xs font-semibold text-primary before:h-px before:flex-1 before:bg-primary/40 after:h-px after:flex-1 after:bg-primary/40"
    >
      {t('thread.new')}
    </div>
  )
}

const isAtEnd = (box: HTMLElement) => box.scrollHeight - box.scrollTop - box.clientHeight < 48

/** Scrolled up from there, though the browser has not told of it yet. */
const hasLeft = (box: HTMLElement, top: number) => box.scrollTop < top - 1 && !isAtEnd(box)

/**
 * Follows the newest message while the end is in view, and one's own in any case; keeps what is read in place when older
 * ones come above. Counts what has come below since the end was left.
 */
function useReadingPlace(
  box: React.RefObject<HTMLDivElement | null>,
  oldest: string | undefined,
  messages: Message[],
  text: string,
) {
  const newest = messages.at(-1)
  const own = newest && isLocal(newest) ? newest.id : undefined
  const seq = messages.findLast((message) => !isLocal(message))?.seq ?? 0
  const seen = useRef({ oldest, own, seq, height: 0, top: 0, atEnd: true })
  // the newest message when the end was left
  const [left, setLeft] = useState<number>()
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const before = seen.current
    if (own && own !== before.own) before.atEnd = true
    else if (hasLeft(element, before.top)) before.atEnd = false
    if (before.atEnd) element.scrollTop = element.scrollHeight
    else if (before.oldest !== oldest) element.scrollTop += element.scrollHeight - before.height
    seen.current = { ...before, oldest, own, seq, height: element.scrollHeight, top: element.scrollTop }
  }, [box, oldest, newest?.id, own, seq, text])
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const toEnd = () => {
      if (!seen.current.atEnd || hasLeft(element, seen.current.top)) return
      element.scrollTop = element.scrollHeight
      seen.current.top = element.scrollTop
    }
    const look = () => {
      seen.current.atEnd = isAtEnd(element)
      seen.current.top = element.scrollTop
      setLeft((known) => (seen.current.atEnd ? undefined : (known ?? seen.current.seq)))
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
  return {
    atEnd: left === undefined,
    below: left === undefined ? 0 : messages.filter((message) => message.seq > left && message.kind !== 'event').length,
    toEnd: () => {
      if (box.current) box.current.scrollTop = box.current.scrollHeight
    },
  }
}
