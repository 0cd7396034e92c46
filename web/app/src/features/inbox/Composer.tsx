import { Lock, Send } from 'lucide-react'
import { useEffect, useRef, useState, type Ref } from 'react'
import TextareaAutosize from 'react-textarea-autosize'
import { useTranslation } from 'react-i18next'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { keyCaps } from '@/shell/keys'
import { useNow } from '@/parts/useNow'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Tab, TabList, TabPanel, Tabs } from '@/ui/tabs'
import { keepDraft, readDraft, type DraftKind } from './drafts'
import type { Conversation } from './types'
import { useContactName } from './useContactName'

const longest = 4096

interface Props {
  conversation: Conversation
  kind: DraftKind
  onKind: (kind: DraftKind) => void
  onSend: (kind: DraftKind, text: string) => void
  /** a text put into the box from outside, as a suggestion; `at` tells one from the next */
  insert?: { text: string; at: number }
  box: Ref<HTMLTextAreaElement>
}

export function Composer({ conversation, kind, onKind, onSend, insert, box }: Props) {
  const { t } = useTranslation('inbox')
  const { slug } = useMe().tenant
  const { duration } = useFormat()
  const now = useNow(15_000)
  const [text, setText] = useState(() => readDraft(slug, conversation.id, kind))
  const note = kind === 'note'
  const closesAt = conversation.window?.closesAt
  const left = closesAt ? Date.parse(closesAt) - now : undefined
  const pausedFor = conversation.aiPausedUntil ? Date.parse(conversation.aiPausedUntil) - now : 0
  const closed = !note && left !== undefined && left <= 0
  const blocked = !note && conversation.blocked

  // each tab of each conversation has its own draft
  const shown = useRef({ id: conversation.id, kind })
  useEffect(() => {
    if (shown.current.id === conversation.id && shown.current.kind === kind) return
    shown.current = { id: conversation.id, kind }
    setText(readDraft(slug, conversation.id, kind))
  }, [slug, conversation.id, kind])
  useEffect(() => {
    if (insert) setText(insert.text)
  }, [insert])

  function change(next: string) {
    setText(next)
    keepDraft(slug, conversation.id, kind, next)
  }

  function submit() {
    const words = text.trim()
    if (!words || words.length > longest) return
    change('')
    onSend(kind, words)
  }

  const name = useContactName()(conversation.contact)
  const firstName = name.startsWith('+') ? name : (name.split(' ')[0] ?? '')
  const hint = note
    ? t('composer.noteHint')
    : left !== undefined && left > 0 && left < 2 * 3_600_000
      ? t('composer.windowLeft', { time: duration(Math.ceil(left / 60_000)) })
      : conversation.handler === 'ai'
        ? t('composer.pauses')
        : pausedFor > 0
          ? t('composer.aiBack', { time: duration(Math.max(1, Math.floor(pausedFor / 60_000))) })
          : ''
  return (
    <Tabs
      value={kind}
      onValueChange={(next) => onKind(next as DraftKind)}
      data-testid="composer"
      className={cn(
        'rounded-card border shadow-raised max-md:rounded-none max-md:border-x-0 max-md:border-b-0',
        note ? 'border-on-note/30 bg-note text-on-note' : 'bg-surface',
      )}
    >
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
      <TabPanel value={kind} tabIndex={-1} className="outline-none">
        {closed || blocked ? (
          <p className="flex items-start gap-2 px-3 py-4 text-muted" data-testid="window-closed">
            <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
            {blocked ? t('composer.blocked') : t('composer.closed')}
          </p>
        ) : (
          <div className="flex items-end gap-2 p-2 md:flex-col md:items-stretch md:gap-0 md:p-0">
            <TextareaAutosize
              ref={box}
              dir="auto"
              minRows={1}
              maxRows={10}
              value={text}
              onChange={(event) => change(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
                  event.preventDefault()
                  submit()
                }
              }}
              aria-label={note ? t('composer.noteLabel') : t('composer.replyLabel', { name })}
              placeholder={note ? t('composer.notePlaceholder') : t('composer.placeholder', { name: firstName })}
              className={cn(
                'min-h-11 w-full resize-none bg-transparent px-3 py-2.5 outline-none',
                'max-md:rounded-[22px] max-md:border max-md:border-control/60 max-md:px-4',
                note && 'placeholder:text-on-note/80',
              )}
            />
            <div className="flex items-center justify-end gap-3 md:border-t md:border-border/70 md:px-2 md:py-1.5">
              {text.length > longest - 200 && (
                <span className={cn('num text-xs', text.length > longest ? 'text-danger' : 'text-muted')}>
                  {text.length} / {longest}
                </span>
              )}
              <Button
                kind="primary"
                aria-disabled={!text.trim() || text.length > longest}
                className="h-8 max-md:size-11 max-md:rounded-full max-md:px-0"
                onClick={submit}
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
            </div>
          </div>
        )}
      </TabPanel>
    </Tabs>
  )
}
