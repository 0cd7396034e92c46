import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { MessageSquareOff, MessagesSquare } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ComponentProps } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { countAgain, useMe } from '@/api/queries'
import { dialogOpen, useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Sheet } from '@/ui/dialog'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { AiStrip, stopRun } from './AiStrip'
import { ChannelNotice } from './ChannelNotice'
import { conversationQuery, markRead, messagesQuery } from './api'
import { findConversation, messagesOf, putConversation } from './cache'
import { Composer } from './Composer'
import { ConversationList } from './ConversationList'
import { addToReply, type DraftKind } from './drafts'
import { narrowingOf, readPlace, type Narrowing } from './filters'
import { HeaderLabels } from './LabelChoice'
import { LaterList } from './Later'
import { useInboxLive } from './live'
import { currentDrafts, nextDraft } from './messages'
import type { Chooser } from './MoreMenu'
import { Panel } from './Panel'
import { stepInList } from './rowFocus'
import { runOf } from './runs'
import { SpamNotice } from './SpamNotice'
import { Thread } from './Thread'
import { ThreadHeader } from './ThreadHeader'
import { quoteOf } from './Quoted'
import type { Conversation, Message, Quote, Why } from './types'
import { useActions, type Actions } from './useActions'
import { useContactName } from '@/parts/useContactName'
import { useFolded } from './useFolded'
import { useFoot } from './useFoot'
import { useSend, type Beside } from './useSend'
import { useSteady } from '@/parts/useSteady'
import { usePresence } from './viewers'
import { WhySheet } from './WhySheet'

/** List, thread and panel; on phones one of them at a time. */
export function Inbox() {
  const { t } = useTranslation('inbox')
  const params = useParams({ strict: false })
  const search = useSearch({ from: '/app/$biz/inbox/$view' })
  const narrowing = useMemo(() => narrowingOf(search), [search])
  const place = params.view ?? 'all'
  const filter = useMemo(() => ({ ...readPlace(place), ...narrowing }), [place, narrowing])
  const id = params.conversation
  const { slug } = useMe().tenant
  const navigate = useNavigate()
  useInboxLive(id)
  const narrow = useCallback(
    (change: Narrowing) => void navigate({ to: '.', search: (now: object) => ({ ...now, ...change }), replace: true }),
    [navigate],
  )

  const cache = useQueryClient()
  const open = useCallback(
    (conversation: string) => {
      // what was said is on its way while the thread is drawn
      const messages = messagesQuery(conversation)
      if (!cache.getQueryData(messages.queryKey)) void cache.prefetchInfiniteQuery(messages)
      void navigate({
        to: '/app/$biz/inbox/$view/$conversation',
        params: { biz: slug, view: place, conversation },
        search: narrowingOf,
      })
    },
    [cache, navigate, slug, place],
  )

  // one pane at a time on phones: the shell's bars make room for the thread
  useEffect(() => {
    document.documentElement.toggleAttribute('data-pane', id !== undefined)
    return () => document.documentElement.removeAttribute('data-pane')
  }, [id])

  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] md:grid-cols-[300px_minmax(0,1fr)] lg:grid-cols-[340px_minmax(0,1fr)]">
      {/* each pane is a picture of its own: a letter typed in one paints no other again */}
      <div className={cn('isolate min-h-0 md:border-e', id && 'max-md:hidden')}>
        <ConversationList
          place={place}
          filter={filter}
          narrowing={narrowing}
          current={id}
          onOpen={open}
          onNarrow={narrow}
        />
      </div>
      {id ? (
        <Open id={id} place={place} />
      ) : (
        <div className="grid place-items-center max-md:hidden">
          <Empty icon={<MessagesSquare />} title={t('thread.choose')}>
            {t('thread.chooseText')}
          </Empty>
        </div>
      )}
      <ListKeys />
    </div>
  )
}

function ListKeys() {
  useKeys({
    'list.next': () => stepInList(1),
    'list.previous': () => stepInList(-1),
    search: () => document.getElementById('inbox-search')?.focus(),
  })
  return null
}

/** Stays while one goes from conversation to conversation: taking it down and building it anew would be felt. */
function Open({ id, place }: { id: string; place: string }) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const { user, tenant } = useMe()
  const navigate = useNavigate()
  const actions = useActions()
  const nameOf = useContactName()
  const {
    data: conversation,
    error,
    refetch,
  } = useQuery({ ...conversationQuery(id), placeholderData: () => findConversation(cache, id) })
  const { send, retry } = useSend(conversation)
  const [kind, setKind] = useState<DraftKind>('reply')
  const [chooser, setChooser] = useState<Chooser>()
  const [panel, setPanel] = useState(false)
  const [folded, fold] = useFolded()
  const [quote, setQuote] = useState<Quote>()
  const [why, setWhy] = useState<Why>()
  const [insert, setInsert] = useState<{ text: string; of: string; at: number }>()
  const { m } = useSearch({ strict: false })
  const [again, setAgain] = useState(0)
  const linked = useMemo(() => (m ? { id: m, again } : undefined), [m, again])
  const box = useRef<HTMLTextAreaElement>(null)
  const foot = useFoot()
  const here = useRef(id)
  useEffect(() => {
    here.current = id
  })

  // what was begun belongs to the conversation it was begun in
  const [begunIn, setBegunIn] = useState(id)
  if (begunIn !== id) {
    setBegunIn(id)
    setKind('reply')
    setChooser(undefined)
    setPanel(false)
    setQuote(undefined)
    setWhy(undefined)
    setInsert(undefined)
  }

  // what is open is read; marking it as unread leaves it
  const unread = conversation?.unread ?? 0
  useEffect(() => {
    if (unread === 0 || document.visibilityState !== 'visible') return
    const row = findConversation(cache, id)
    if (row) putConversation(cache, { ...row, unread: 0 }, user.id)
    void markRead(id)
      .then(() => countAgain(cache))
      .catch(() => undefined)
  }, [cache, id, unread, user.id])

  const toList = () =>
    void navigate({ to: '/app/$biz/inbox/$view', params: { biz: tenant.slug, view: place }, search: narrowingOf })
  const leaving = {
    ...actions,
    unread: (row: Conversation) => {
      toList()
      return actions.unread(row)
    },
  }

  const write = (next: DraftKind) => {
    setKind(next)
    requestAnimationFrame(() => box.current?.focus())
  }
  const onSend = (next: DraftKind, text: string, beside?: Beside) => {
    if (next === 'reply') setQuote(undefined)
    void send(next, text, beside).then((back) => {
      // its words are in their box again; what they answer, where it is open still
      if (back?.quote && here.current === id) setQuote(back.quote)
    })
  }
  const insertWords = (text: string) => {
    setPanel(false)
    addToReply(tenant.slug, id, text)
    write('reply')
  }
  const show = (message: string) => {
    setPanel(false)
    // the address says so already
    if (message === m) setAgain(again + 1)
  }
  const answer = (message: Message) => {
    setQuote(quoteOf(message))
    write('reply')
  }

  usePresence(id)
  const taken = useRef<string>(undefined)
  const take = (draft: Message) => {
    taken.current = draft.id
    setInsert({ text: draft.text, of: draft.id, at: Date.now() })
    write('reply')
  }
  const steady = useSteady({ onRetry: (message: Message) => void retry(message), onUse: take, onQuote: answer })
  useKeys({
    'conversation.useDraft': () => {
      const drafts = currentDrafts(messagesOf(cache.getQueryData(messagesQuery(id).queryKey)))
      const draft = nextDraft(drafts, taken.current)
      if (draft) take(draft)
    },
  })
  useConversationKeys(conversation, leaving, write, setChooser)
  useKeys({
    'conversation.stop': () => {
      if (dialogOpen()) return
      if (runOf(id).working) void stopRun(id, t('ai.stopFailed'))
      else if (quote) setQuote(undefined)
      else if (document.activeElement === box.current) box.current?.blur()
      else toList()
    },
    panel: () => (matchMedia('(min-width: 1280px)').matches ? fold() : setPanel((now) => !now)),
  })

  if (error instanceof ApiError && error.status === 404 && !conversation)
    return (
      <Empty
        icon={<MessageSquareOff />}
        title={t('thread.gone')}
        action={<Button onClick={toList}>{t('thread.back')}</Button>}
      >
        {t('thread.goneText')}
      </Empty>
    )
  if (error && !conversation)
    return <ErrorCard error={error} onRetry={() => void refetch()} className="place-self-center" />
  if (!conversation) return <SkeletonRows rows={5} />
  return (
    <div
      className={cn('grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)]', !folded && 'xl:grid-cols-[minmax(0,1fr)_320px]')}
    >
      <section
        aria-label={t('thread.label', { name: nameOf(conversation.contact) })}
        className="flex min-h-0 min-w-0 flex-col bg-canvas"
      >
        <ThreadHeader
          conversation={conversation}
          place={place}
          actions={leaving}
          chooser={chooser}
          onChooser={setChooser}
          onPanel={() => setPanel(true)}
          folded={folded}
          onFold={fold}
        />
        <HeaderLabels conversation={conversation} actions={actions} onAdd={() => setChooser('label')} />
        <Thread key={id} conversation={id} unread={unread} linked={linked} onWhy={setWhy} {...steady} />
        <div
          ref={foot}
          className="flex shrink-0 flex-col gap-3 pb-4 max-md:gap-2 max-md:pb-[env(safe-area-inset-bottom)] md:px-6"
        >
          <div className="empty:hidden max-md:px-4">
            <ChannelNotice conversation={conversation} />
          </div>
          <div className="empty:hidden max-md:px-4">
            <SpamNotice conversation={conversation} actions={actions} />
          </div>
          <div className="empty:hidden max-md:px-4">
            <AiStrip key={id} conversation={id} />
          </div>
          <div className="empty:hidden max-md:px-4">
            <LaterList conversation={id} />
          </div>
          <Composer
            conversation={conversation}
            kind={kind}
            onKind={setKind}
            onSend={onSend}
            insert={insert}
            quote={quote}
            onUnquote={() => setQuote(undefined)}
            box={box}
            onClose={() => void actions.close(conversation)}
          />
        </div>
      </section>
      {!folded && (
        <aside
          aria-label={t('panel.label')}
          className="isolate min-h-0 overflow-y-auto border-s bg-surface max-xl:hidden"
        >
          <Beside
            key={id}
            conversation={conversation}
            place={place}
            actions={actions}
            onInsert={insertWords}
            onShow={show}
          />
        </aside>
      )}
      <Sheet open={panel} onOpenChange={setPanel} title={t('panel.label')}>
        <div className="-mx-5 -my-4">
          <Panel conversation={conversation} place={place} actions={actions} onInsert={insertWords} onShow={show} />
        </div>
      </Sheet>
      <WhySheet conversation={id} why={why} onClose={() => setWhy(undefined)} />
    </div>
  )
}

/** The thread first: what is known of the customer is asked for once the thread is there. */
function Beside({ conversation, ...on }: ComponentProps<typeof Panel>) {
  const { isLoading } = useInfiniteQuery(messagesQuery(conversation.id))
  // `null`: what begins as `undefined` is not put off
  const shown = useDeferredValue(isLoading ? null : conversation, null)
  return shown && <Panel conversation={shown} {...on} />
}

function useConversationKeys(
  conversation: Conversation | undefined,
  actions: Actions,
  write: (kind: DraftKind) => void,
  choose: (chooser: Chooser) => void,
) {
  const { user } = useMe()
  const on = (run: (conversation: Conversation) => void) => () => conversation && run(conversation)
  useKeys({
    'conversation.reply': () => write('reply'),
    'conversation.note': () => write('note'),
    'conversation.close': on((c) => void (c.status === 'closed' ? actions.reopen(c) : actions.close(c))),
    'conversation.snooze': () => choose('snooze'),
    'conversation.assign': () => choose('assign'),
    'conversation.assignMe': on((c) => void actions.assign(c, user)),
    'conversation.label': () => choose('label'),
    'conversation.unread': on((c) => void actions.unread(c)),
    'conversation.takeOver': on((c) => void actions.takeOver(c)),
    'conversation.pause': on((c) => (c.handler === 'ai' ? choose('pause') : void actions.resume(c))),
  })
}
