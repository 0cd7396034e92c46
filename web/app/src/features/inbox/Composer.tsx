import { CalendarCheck, Lock, Send } from 'lucide-react'
import { memo, useCallback, useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { openVariable } from '@/api/savedReplies'
import { useFormat } from '@/i18n/useFormat'
import { keyCaps } from '@/shell/keys'
import { AttachButton } from '@/parts/files/AttachButton'
import { useNow } from '@/parts/useNow'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Tab, TabList, TabPanel, Tabs } from '@/ui/tabs'
import { ChosenFile } from './ChosenFile'
import { useDeed } from './deeds'
import { madeOf, type DraftKind } from './drafts'
import { forget, useChosen } from './files'
import { LaterMenu } from './Later'
import { Quoting } from './Quoted'
import type { Conversation, Message, Quote } from './types'
import { useContactName } from '@/parts/useContactName'
import { useSteady } from '@/parts/useSteady'
import { useAttach } from './useAttach'
import { useCrossing } from './useCrossing'
import { useDraft } from './useDraft'
import type { Beside } from './useSend'
import { tellTyping } from './viewers'
import { useWritten } from './written'
import { WritingBox } from './WritingBox'

const longestText = 4096
const longestCaption = 1024
const isBlank = (text: string) => text.trim() === ''

interface Props {
  conversation: Conversation
  kind: DraftKind
  onKind: (kind: DraftKind) => void
  onSend: (kind: DraftKind, text: string, beside?: Beside) => void
  /** what the reply answers */
  quote?: Quote
  onUnquote: () => void
  /** a draft of the assistant put into the box; `at` tells one time from the next */
  insert?: { text: string; of: string; at: number }
  box: RefObject<HTMLTextAreaElement | null>
  /** once it is sent, the conversation is closed */
  onClose: () => void
}

export function Composer({ conversation, kind, onKind, onSend, insert, quote, onUnquote, box, onClose }: Props) {
  const { t } = useTranslation('inbox')
  const { duration } = useFormat()
  const { slug } = useMe().tenant
  const now = useNow(15_000)
  const [words, change] = useDraft(conversation.id, kind)
  const blank = useWritten(words, isBlank)
  const openGap = useWritten(words, openVariable)
  const note = kind === 'note'
  const waiting = useChosen(conversation.id)
  const chosen = note ? undefined : waiting
  const longest = chosen ? longestCaption : longestText
  const counted = useWritten(words, ({ length }) => (length > longest - 200 ? length : undefined))
  const ready = (!blank || chosen !== undefined) && (!chosen || chosen.upload !== undefined)
  const { seenSeq, answer, reviewed } = useCrossing(conversation.id, !note && (!blank || chosen !== undefined))
  const closesAt = conversation.window?.closesAt
  const left = closesAt ? Date.parse(closesAt) - now : undefined
  const pausedFor = conversation.aiPausedUntil ? Date.parse(conversation.aiPausedUntil) - now : 0
  const closed = !note && left !== undefined && left <= 0
  const blocked = !note && conversation.blocked

  // once: what was changed since, and the other tab, keep their own words
  const inserted = useRef<number>(undefined)
  useEffect(() => {
    if (!insert || inserted.current === insert.at) return
    inserted.current = insert.at
    change(insert.text, { of: insert.of })
  }, [insert, change])
  const of = useWritten(words, () => (note ? undefined : madeOf(slug, conversation.id)))
  const deed = useDeed(conversation.id, of)

  const { attach, over, handlers } = useAttach(conversation.id, !note && !closed && !blocked)
  const steady = useSteady({
    onFile: attach,
    words: words.text,
    onText: (text: string) => {
      change(text)
      if (!note && text) tellTyping(conversation.id)
    },
  })
  const clear = useCallback(() => change(''), [change])
  const gap = note ? undefined : openGap

  function submit({ anyway = false, close = false } = {}) {
    const text = words.text().trim()
    if (!ready || text.length > longest || gap || (answer && !anyway)) return
    change('')
    if (chosen) forget(conversation.id)
    const sent = { seenSeq: anyway ? undefined : seenSeq, suggestion: of, file: chosen?.upload, quote }
    onSend(kind, text, note ? {} : sent)
    if (close && !note) onClose()
  }

  const name = useContactName()(conversation.contact)
  const firstName = name.startsWith('+') ? name : (name.split(' ')[0] ?? '')
  const hint = note
    ? t('composer.noteHint')
    : left !== undefined && left > 0 && left < 2 * 3_600_000
      ? t('composer.windowLeft', { time: duration(Math.ceil(left / 60_000)) })
      : conversation.status === 'spam'
        ? ''
        : conversation.handler === 'ai'
          ? t(`composer.sending.${conversation.aiMode}`)
          : pausedFor > 0
            ? t('composer.aiBack', { time: duration(Math.max(1, Math.floor(pausedFor / 60_000))) })
            : ''
  return (
    <Tabs
      value={kind}
      onValueChange={(next) => onKind(next as DraftKind)}
      data-testid="composer"
      {...handlers}
      className={cn(
        'rounded-card border shadow-raised max-md:rounded-none max-md:border-x-0 max-md:border-b-0',
        note ? 'border-on-note/30 bg-note text-on-note' : 'bg-surface',
        over && 'border-primary ring-2 ring-primary',
      )}
    >
      {over && <p className="sr-only">{t('composer.dropHere')}</p>}
      <Head note={note} hint={hint} />
      <TabPanel value={kind} tabIndex={-1} className="outline-none">
        {deed && (
          <p className="flex items-center gap-1.5 px-3 pt-2 text-xs" data-testid="sending-does">
            <CalendarCheck aria-hidden className="size-3.5 shrink-0 text-ai" />
            {deed}
          </p>
        )}
        {closed || blocked ? (
          <p className="flex items-start gap-2 px-3 py-4 text-muted" data-testid="window-closed">
            <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
            {blocked ? t('composer.blocked') : t('composer.closed')}
          </p>
        ) : (
          <>
            {!note && quote && <Quoting quote={quote} onRemove={onUnquote} />}
            {chosen && <ChosenFile conversation={conversation.id} chosen={chosen} />}
            <div className="flex items-end gap-2 p-2 md:flex-col md:items-stretch md:gap-0 md:p-0">
              <WritingBox
                conversation={conversation}
                note={note}
                words={words}
                onText={steady.onText}
                onSubmit={(close) => submit({ close })}
                label={note ? t('composer.noteLabel') : t('composer.replyLabel', { name })}
                placeholder={note ? t('composer.notePlaceholder') : t('composer.placeholder', { name: firstName })}
                box={box}
              />
              <div className="flex items-center justify-end gap-3 md:border-t md:border-border/70 md:px-2 md:py-1.5">
                {counted && (
                  <span className={cn('num text-xs', counted > longest ? 'text-danger' : 'text-muted')}>
                    {counted} / {longest}
                  </span>
                )}
                {gap && (
                  <span className="min-w-0 flex-1 truncate text-xs text-warning">{t('composer.gap', { gap })}</span>
                )}
                {!note && <AttachButton onFile={steady.onFile} />}
                {!note && !answer && !gap && !deed && !chosen && !quote && (
                  <LaterMenu conversation={conversation.id} empty={blank} words={steady.words} onDone={clear} />
                )}
                {answer && <Crossing answer={answer} onReview={reviewed} onAnyway={() => submit({ anyway: true })} />}
                {!answer && (
                  <Button
                    kind="primary"
                    aria-disabled={!ready || (counted ?? 0) > longest || gap !== undefined}
                    className="h-8 max-md:size-11 max-md:rounded-full max-md:px-0"
                    onClick={() => submit()}
                  >
                    <Send aria-hidden className="size-5! md:hidden" />
                    <span className="max-md:sr-only">{note ? t('composer.saveNote') : t('composer.send')}</span>
                    <kbd
                      aria-hidden
                      className="rounded-sm border border-current/35 px-1.5 font-sans text-2xs max-md:hidden"
                    >
                      {keyCaps('$mod+Enter').join(' ')}
                    </kbd>
                  </Button>
                )}
              </div>
            </div>
          </>
        )}
      </TabPanel>
    </Tabs>
  )
}

/** The two tabs, and what sending does. Not drawn again with every letter. */
const Head = memo(function Head({ note, hint }: { note: boolean; hint: string }) {
  const { t } = useTranslation('inbox')
  return (
    <div className="flex items-end gap-3 px-3 pt-1">
      <TabList aria-label={t('composer.label')} className={cn('border-0', note && 'text-on-note')}>
        <Tab value="reply">{t('composer.reply')}</Tab>
        <Tab value="note" className="data-[state=active]:text-inherit">
          {t('composer.note')}
        </Tab>
      </TabList>
      <span className={cn('ms-auto truncate pb-2 text-xs max-md:hidden', note ? 'text-on-note' : 'text-muted')}>
        {hint}
      </span>
    </div>
  )
})

/** A colleague was faster: to be looked at before anything else is sent. */
function Crossing({ answer, onReview, onAnyway }: { answer: Message; onReview: () => void; onAnyway: () => void }) {
  const { t } = useTranslation('inbox')
  const seconds = Math.max(1, Math.round((useNow(1000) - Date.parse(answer.at)) / 1000))
  const { duration } = useFormat()
  return (
    <div role="alert" data-testid="crossing" className="flex flex-1 flex-wrap items-center justify-end gap-2 text-sm">
      <span className="min-w-0 flex-1 text-warning">
        {t('crossing.text', {
          name: answer.member?.name,
          time: seconds < 60 ? t('crossing.seconds', { count: seconds }) : duration(Math.floor(seconds / 60)),
        })}
      </span>
      <Button
        size="sm"
        onClick={() => {
          document.querySelector(`[data-testid="message"][data-id="${answer.id}"]`)?.scrollIntoView({ block: 'center' })
          onReview()
        }}
      >
        {t('crossing.review')}
      </Button>
      <Button size="sm" kind="primary" onClick={onAnyway}>
        {t('crossing.anyway')}
      </Button>
    </div>
  )
}
