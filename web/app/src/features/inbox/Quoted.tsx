import { X } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import type { Message, Quote } from './types'

/** Of what is quoted, as much as tells it from others. */
export function quoteOf({ id, seq, author, kind, text }: Message): Quote {
  return { id, seq, author, kind, text: text.slice(0, 200) }
}

function Words({ quote }: { quote: Quote }) {
  const { t } = useTranslation('inbox')
  return (
    <>
      <span className="block text-xs font-semibold text-muted">{t(`author.${quote.author}`)}</span>
      <bdi className="line-clamp-2 text-sm">
        {quote.text || t(`quote.${quote.kind}`, { defaultValue: t('quote.other') })}
      </bdi>
    </>
  )
}

/** In a bubble: what it answers, and the way there. */
export function Quoted({ quote, onOpen }: { quote: Quote; onOpen: (quote: Quote) => void }) {
  const { t } = useTranslation('inbox')
  return (
    <button
      type="button"
      data-testid="quote"
      title={t('quote.open')}
      onClick={() => onOpen(quote)}
      className="mb-1 block w-full min-w-32 rounded-control border-s-4 border-primary bg-sunken/70 px-2 py-1 text-start whitespace-normal hover:bg-sunken"
    >
      <span className="sr-only">{t('quote.answers')} </span>
      <Words quote={quote} />
    </button>
  )
}

/** Over the text box: what the next message will answer. */
export function Quoting({ quote, onRemove }: { quote: Quote; onRemove: () => void }) {
  const { t } = useTranslation('inbox')
  return (
    <div
      data-testid="quoting"
      className="mx-3 mt-2 flex items-center gap-2 rounded-control border-s-4 border-primary bg-sunken py-1 ps-3 pe-1 text-text"
    >
      <div role="status" className="min-w-0 flex-1">
        <span className="sr-only">{t('quote.answering')} </span>
        <Words quote={quote} />
      </div>
      <Button kind="ghost" size="icon" aria-label={t('quote.remove')} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </div>
  )
}
