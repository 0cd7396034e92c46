import { ExternalLink } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/popover'
import type { Source } from './types'

/** Numbers after an answer; each opens what the answer rests on. */
export function SourceMarks({ sources }: { sources: Source[] }) {
  const { t } = useTranslation('inbox')
  return (
    <span className="ms-1 inline-flex gap-0.5 align-middle">
      {sources.map((source) => (
        <Popover key={source.n}>
          <PopoverTrigger
            aria-label={t('source.open', { n: source.n, title: source.title })}
            data-testid="source"
            className="grid size-6 place-items-center"
          >
            <span className="grid h-4 min-w-4 place-items-center rounded-sm bg-surface px-1 text-2xs font-semibold text-ai">
              {source.n}
            </span>
          </PopoverTrigger>
          <PopoverContent data-testid="source-popover">
            <SourceText source={source} />
          </PopoverContent>
        </Popover>
      ))}
    </span>
  )
}

export function SourceText({ source }: { source: Source }) {
  const { t } = useTranslation('inbox')
  // a business's own facts link below its own pages
  const { slug } = useMe().tenant
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{source.title}</p>
      <p dir="auto" className="text-sm whitespace-pre-wrap text-muted">
        {source.text}
      </p>
      {source.url && (
        <a
          href={/^(https?:|\/)/.test(source.url) ? source.url : `/app/${slug}/${source.url}`}
          className="mt-1 inline-flex min-h-6 items-center gap-1 font-medium text-primary hover:underline"
        >
          <ExternalLink aria-hidden className="size-3.5" />
          {t('source.go')}
        </a>
      )}
    </div>
  )
}
