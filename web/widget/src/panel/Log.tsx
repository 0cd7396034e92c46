import { Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Business } from '../host'
import type { Message } from './api'
import { AppointmentCard, Choices, HandoffCard, RatingCard } from './Cards'
import { File } from './File'
import { format, type Inline } from './format'
import type { Talk } from './talk'
import type { Texts } from './texts'

interface Props {
  talk: Talk
  texts: Texts
  locale: string
  /** of what the business says before anybody has written */
  pageLocale: string
  about: Business
  onLeave(): void
}

/** Everything said, the disclosure first. */
export function Log({ talk, texts, locale, pageLocale, about, onLeave }: Props) {
  const end = useRef<HTMLDivElement>(null)
  const messages = talk.messages.value
  const waiting = talk.waiting.value
  const stage = talk.stage.value
  const standing = talk.standing.value
  const place = { texts, locale, about }
  useEffect(() => end.current?.scrollIntoView({ block: 'end' }), [messages, waiting, stage, standing])
  const last = messages.at(-1)
  return (
    // scrolled by keyboard, hence the tab stop
    <div
      class="log"
      role="log"
      lang={locale}
      aria-label={texts.log}
      aria-busy={stage !== ''}
      tabIndex={0}
      data-testid="log"
    >
      <p class="disclosure" lang={pageLocale} data-testid="disclosure">
        {about.assistant.disclosure}
      </p>
      <div class="bubble ai" dir="auto" lang={pageLocale}>
        <Formatted text={about.assistant.greeting} />
      </div>
      {messages.map((message) => (
        <Fragment key={message.id}>
          <Bubble message={message} talk={talk} texts={texts} locale={locale} />
          {message.appointment && <AppointmentCard appointment={message.appointment} {...place} />}
        </Fragment>
      ))}
      {last?.choices && waiting.length === 0 && (
        <Choices choices={last.choices} onPick={({ title }) => talk.send(title)} {...place} />
      )}
      {standing?.waiting && <HandoffCard standing={standing} onLeave={onLeave} {...place} />}
      {standing?.status === 'closed' && waiting.length === 0 && (
        <RatingCard talk={talk} standing={standing} texts={texts} />
      )}
      {waiting.map((message) => (
        <div
          class="bubble contact pending"
          dir="auto"
          key={message.clientId}
          data-testid="message"
          data-author="contact"
          data-status={message.refused ? 'failed' : 'queued'}
        >
          {message.file && <bdi>{message.file.name}</bdi>}
          <Formatted text={message.text} />
          <small>
            {message.refused ? texts.refused : texts.waiting}
            {message.refused && (
              <button type="button" class="plain" onClick={() => talk.drop(message.clientId)}>
                {texts.remove}
              </button>
            )}
          </small>
        </div>
      ))}
      <p class="stage" role="status" data-testid="stage" data-stage={stage}>
        {texts.stage[stage] ?? ''}
      </p>
      <div ref={end} />
    </div>
  )
}

function Bubble({ message, talk, texts, locale }: { message: Message; talk: Talk; texts: Texts; locale: string }) {
  const { author, name, text, at, sources, attachments, quote } = message
  const who = author === 'contact' ? texts.you : author === 'ai' ? texts.assistant : (name ?? texts.member)
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(at))
  return (
    <div class={`bubble ${author}`} dir="auto" data-testid="message" data-author={author} data-status="sent">
      <span class="hidden">{who}: </span>
      {quote && (
        <blockquote>
          <span class="hidden">{texts.answers}: </span>
          {quote.text || texts.file}
        </blockquote>
      )}
      {attachments?.map((file) => (
        <File key={file.id} file={file} talk={talk} texts={texts} />
      ))}
      <Formatted text={text} />
      {sources && sources.length > 0 && (
        <p class="sources">
          {texts.sources}:
          {sources.map(({ n, title, url }) => (
            <Fragment key={n}>
              {n > 1 ? ' · ' : ' '}
              {url && /^https?:/.test(url) ? (
                <a href={url} target="_blank" rel="noopener noreferrer nofollow">
                  {title}
                </a>
              ) : (
                title
              )}
            </Fragment>
          ))}
        </p>
      )}
      <small>
        {author !== 'contact' && <span>{who} · </span>}
        <time dateTime={at}>{time}</time>
      </small>
    </div>
  )
}

function Formatted({ text }: { text: string }) {
  return (
    <>
      {format(text).map((block, at) => {
        if (block.type === 'list') {
          const items = block.items.map((item, index) => <li key={index}>{pieces(item)}</li>)
          return block.ordered ? <ol key={at}>{items}</ol> : <ul key={at}>{items}</ul>
        }
        return (
          <p key={at}>
            {block.lines.map((line, index) => (
              <>
                {index > 0 && <br />}
                {pieces(line)}
              </>
            ))}
          </p>
        )
      })}
    </>
  )
}

function pieces(line: Inline[]) {
  return line.map((piece) => {
    if (piece.type === 'bold') return <strong>{pieces(piece.children)}</strong>
    if (piece.type === 'italic') return <em>{pieces(piece.children)}</em>
    if (piece.type === 'code') return <code>{piece.text}</code>
    if (piece.type === 'link') {
      return (
        <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
          {piece.text}
        </a>
      )
    }
    return piece.text
  })
}
