import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Hand, RotateCcw, Send, Sparkles } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { servicesQuery, useMe } from '@/api/queries'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Input } from '@/ui/input'
import { askPlayground, type PlaygroundAnswer } from './api'
import { StepFrame } from './StepFrame'

interface Props {
  onNext: () => Promise<void>
  onBack?: () => void
  onSkip?: () => void
}

type Line = { author: 'contact'; text: string } | ({ author: 'ai' } & PlaygroundAnswer)

/** A talk with the assistant as it is now. Nothing of it is kept, and nothing is booked by it. */
export function TestStep({ onNext, onBack, onSkip }: Props) {
  const { t } = useTranslation('setup')
  const [lines, setLines] = useState<Line[]>([])
  const [text, setText] = useState('')
  const [state, setState] = useState<{ busy?: boolean; problem?: string }>({})

  const ask = async (words: string) => {
    const said = words.trim()
    if (said === '' || state.busy) return
    setText('')
    setLines([...lines, { author: 'contact', text: said }])
    setState({ busy: true })
    try {
      const last = lines.findLast((line) => line.author === 'ai')
      const answer = await askPlayground(said, lines, last?.memory)
      setLines([...lines, { author: 'contact', text: said }, { author: 'ai', ...answer }])
      setState({})
    } catch {
      // what was asked stands in the box again
      setLines(lines)
      setText(said)
      setState({ problem: t('test.notSent') })
    }
  }

  return (
    <StepFrame
      title={t('test.title')}
      lead={t('test.lead')}
      problem={state.problem}
      nextLabel={t('continue')}
      onNext={() => void onNext()}
      onBack={onBack}
      onSkip={lines.length === 0 ? onSkip : undefined}
    >
      <Suggestions disabled={state.busy} onAsk={(question) => void ask(question)} />
      <Card className="flex flex-col">
        <div
          role="log"
          aria-label={t('test.log')}
          aria-busy={state.busy}
          data-testid="playground"
          className="flex min-h-64 flex-col gap-3 p-4"
        >
          {lines.length === 0 && <p className="m-auto max-w-xs text-center text-muted">{t('test.empty')}</p>}
          {lines.map((line, index) =>
            line.author === 'contact' ? (
              <p
                key={index}
                dir="auto"
                className="max-w-[85%] self-end rounded-sheet rounded-ee-sm bg-primary px-3 py-2 break-words whitespace-pre-wrap text-on-primary"
              >
                {line.text}
              </p>
            ) : (
              <Reply key={index} answer={line} />
            ),
          )}
          {state.busy && (
            <p role="status" className="flex items-center gap-2 text-sm text-ai">
              <Sparkles aria-hidden className="size-4 animate-pulse" />
              {t('test.working')}
            </p>
          )}
        </div>
        <form
          className="flex items-center gap-2 border-t p-3"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            void ask(text)
          }}
        >
          <Input
            aria-label={t('test.write')}
            placeholder={t('test.write')}
            value={text}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
          />
          <Button kind="primary" size="icon" type="submit" aria-label={t('test.send')} busy={state.busy}>
            <Send aria-hidden className="rtl:-scale-x-100" />
          </Button>
          {lines.length > 0 && (
            <Button kind="ghost" size="icon" aria-label={t('test.again')} onClick={() => setLines([])}>
              <RotateCcw aria-hidden />
            </Button>
          )}
        </form>
      </Card>
    </StepFrame>
  )
}

/** As customers would ask, in their language. */
function Suggestions({ disabled, onAsk }: { disabled?: boolean; onAsk: (question: string) => void }) {
  const { locale } = useMe().tenant
  const lng = locale.startsWith('it') ? 'it' : 'en'
  const { t: own } = useTranslation('setup')
  const { t } = useTranslation('setup', lng)
  const service = useQuery(servicesQuery()).data?.find(({ archived, bookable }) => !archived && bookable)?.name
  const questions = [
    t('test.ask.hours'),
    ...(service ? [t('test.ask.price', { service }), t('test.ask.book', { service })] : [t('test.ask.services')]),
    t('test.ask.where'),
    t('test.ask.person'),
  ]
  return (
    <ul aria-label={own('test.suggestions')} lang={lng} className="flex flex-wrap gap-2">
      {questions.map((question) => (
        <li key={question}>
          <Button
            size="sm"
            disabled={disabled}
            onClick={() => onAsk(question)}
            className="h-auto min-h-8 whitespace-normal"
          >
            {question}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** An answer, what it rests on, and where to put that right. */
function Reply({ answer }: { answer: PlaygroundAnswer }) {
  const { t } = useTranslation('setup')
  const { slug } = useMe().tenant
  return (
    <div data-testid="playground-reply" className="flex max-w-[92%] flex-col gap-1.5 self-start">
      <p dir="auto" className="rounded-sheet rounded-es-sm border bg-ai-soft px-3 py-2 break-words whitespace-pre-wrap">
        {answer.text}
      </p>
      <div className="flex flex-wrap items-center gap-2 text-xs text-muted">
        <Chip tone="ai">
          <Sparkles aria-hidden />
          {t('test.ai')}
        </Chip>
        {answer.handoff && (
          <Chip tone="warning">
            <Hand aria-hidden />
            {t('test.handoff')}
          </Chip>
        )}
        {answer.sources.map((source) => (
          <span key={source.n} data-testid="playground-source">
            {source.url ? (
              <Link
                to={`/app/${slug}/${source.url}` as string}
                title={source.text}
                className="underline underline-offset-2 hover:text-text"
              >
                {t('test.source', { title: source.title })}
              </Link>
            ) : (
              source.title
            )}
          </span>
        ))}
        {answer.sources.length > 0 && <span>{t('test.wrong')}</span>}
      </div>
    </div>
  )
}
