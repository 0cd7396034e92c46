import { Send, Sparkles } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'
import { AttachButton } from '@/parts/files/AttachButton'
import { MessageFile } from '@/parts/files/MessageFile'
import { initials } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Input } from '@/ui/input'
import type { SandboxMessage } from './api'

interface Props {
  business: string
  messages: SandboxMessage[]
  stage?: string
  /** what to begin with, where there is no room for them beside the phone */
  ideas: string[]
  onSend: (text: string, file?: File) => void
}

/** A phone as the customer holds it. */
export function Phone({ business, messages, stage, ideas, onSend }: Props) {
  const { t } = useTranslation('sandbox')
  const [text, setText] = useState('')
  const log = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [messages.length, stage])

  /** A file goes at once, with the words that are there. */
  const say = (file?: File) => {
    const written = text.trim()
    if (written === '' && !file) return
    setText('')
    onSend(written, file)
    input.current?.focus()
  }

  return (
    <section
      aria-label={t('chat', { business })}
      className="flex h-full w-full flex-col overflow-hidden bg-canvas md:max-h-[760px] md:max-w-[390px] md:rounded-[32px] md:border-8 md:border-text/85 md:shadow-float dark:md:border-sunken"
    >
      <header className="flex items-center gap-3 bg-primary px-4 py-3 text-on-primary">
        <span
          aria-hidden
          className="grid size-9 place-items-center rounded-card bg-on-primary text-sm font-bold text-primary"
        >
          {initials(business)}
        </span>
        <div className="min-w-0">
          <p className="truncate font-semibold">{business}</p>
          <p className="flex items-center gap-1 text-xs">
            <Sparkles aria-hidden className="size-3" />
            {t('assistant')}
          </p>
        </div>
      </header>
      <div
        ref={log}
        role="log"
        aria-label={t('messages')}
        aria-busy={stage !== undefined}
        // it scrolls, so the keyboard must reach it
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-4 py-4"
      >
        {messages.length === 0 && (
          <div className="m-auto flex flex-col items-center gap-4">
            <p className="max-w-56 text-center text-muted">{t('empty')}</p>
            <div className="flex flex-col items-center gap-2 lg:hidden">
              {ideas.map((idea) => (
                <Button key={idea} className="rounded-full" onClick={() => onSend(idea)}>
                  {idea}
                </Button>
              ))}
            </div>
          </div>
        )}
        {messages.map((message, index) => (
          <Bubble key={message.id} message={message} last={index === messages.length - 1} onChoose={onSend} />
        ))}
        {stage && (
          <p className="flex items-center gap-1.5 self-center py-1 text-xs text-muted" data-testid="sandbox-stage">
            <Sparkles aria-hidden className="size-3.5 animate-pulse text-ai" />
            {t(`stage.${stage}`, { defaultValue: t('stage.generating') })}
          </p>
        )}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          say()
        }}
        className="flex items-center gap-2 border-t bg-surface p-3"
      >
        <AttachButton onFile={(file) => file && say(file)} />
        <Input
          ref={input}
          value={text}
          maxLength={4000}
          aria-label={t('write')}
          placeholder={t('write')}
          onChange={(event) => setText(event.target.value)}
          className="h-11 rounded-full px-4"
        />
        <Button
          kind="primary"
          type="submit"
          size="icon"
          aria-label={t('send')}
          className="size-11 shrink-0 rounded-full"
        >
          <Send aria-hidden className="rtl:-scale-x-100" />
        </Button>
      </form>
    </section>
  )
}

function Bubble({
  message,
  last,
  onChoose,
}: {
  message: SandboxMessage
  last: boolean
  onChoose: (text: string) => void
}) {
  const { t } = useTranslation('sandbox')
  const format = useFormat()
  const mine = message.author === 'contact'
  return (
    <div
      className={cn('flex max-w-[85%] flex-col gap-1', mine ? 'items-end self-end' : 'items-start self-start')}
      data-testid="message"
      data-author={message.author}
      data-status={message.status}
    >
      <div
        dir="auto"
        className={cn(
          'rounded-sheet px-3 py-2 break-words whitespace-pre-wrap',
          mine ? 'rounded-ee-sm bg-primary text-on-primary' : 'rounded-es-sm border bg-surface',
        )}
      >
        {message.attachments?.map((file) => (
          // not in the colours of the bubble
          <div key={file.id} className="rounded-control bg-surface px-2 pt-1 text-text">
            <MessageFile file={file} />
          </div>
        ))}
        {message.text}
      </div>
      {!mine && last && message.choices && message.choices.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {message.choices.map((choice) => (
            <Button key={choice.id} size="sm" onClick={() => onChoose(choice.title)}>
              {choice.title}
            </Button>
          ))}
        </div>
      )}
      <span className={cn('text-2xs text-muted', message.status === 'failed' && 'text-danger')}>
        {message.status === 'failed' ? t('failed') : <time dateTime={message.at}>{format.time(message.at)}</time>}
      </span>
    </div>
  )
}
