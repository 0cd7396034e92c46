import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import { Sheet } from '@/ui/dialog'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { runQuery } from './api'
import { SourceText } from './Sources'
import type { Run, Why } from './types'

/** What tools say that they have done: for a draft only rehearsed. */
const deeds = new Set(['proposed', 'done', 'withdrawn', 'kept'])

interface Props {
  conversation: string
  why: Why | undefined
  onClose: () => void
}

/** Why the assistant said what it said, or drafted it: what it understood, looked up and did, with what model and cost. */
export function WhySheet({ conversation, why, onClose }: Props) {
  const { t } = useTranslation('inbox')
  return (
    <Sheet
      open={why !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t('why.title')}
      description={why?.draft ? t('why.draft.text') : t('why.text')}
    >
      {why && <Reasons conversation={conversation} {...why} />}
    </Sheet>
  )
}

function Reasons({ conversation, run, draft }: Why & { conversation: string }) {
  const { t } = useTranslation('inbox')
  const { number, money } = useFormat()
  const { data, error, refetch } = useQuery(runQuery(conversation, run))
  if (error) return <ErrorCard error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const tokens = tokensOf(data)
  /** The tools' own words: how many, what came of it, and for what reason it did not. */
  const outcome = (words: string) => {
    const [, count, things] = /^(\d+) (times|found)$/.exec(words) ?? []
    if (count) return t(`why.outcome.${things}`, { count: Number(count) })
    const [what, reason] = words.split(': ')
    const said = t(`why.outcome.${draft && what && deeds.has(what) ? 'rehearsed' : what}`, { defaultValue: words })
    return reason ? `${said} (${reason})` : said
  }
  const facts = [
    [t('why.intent'), data.intent],
    [t('why.model'), data.model],
    [t('why.tokens'), tokens ? number(tokens) : undefined],
    [t('why.cost'), data.cost && typeof data.cost === 'object' ? money(data.cost) : undefined],
    [t('why.time'), data.ms === undefined ? undefined : `${number(data.ms)} ms`],
  ].filter(([, value]) => value)
  return (
    <div className="flex flex-col gap-5">
      <dl className="flex flex-col">
        {facts.map(([label, value]) => (
          <div key={label} className="flex min-h-8 items-center justify-between gap-3 text-sm">
            <dt className="text-muted">{label}</dt>
            <dd className="num font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h3 className="mb-2 text-base font-semibold">{draft ? t('why.draft.actions') : t('why.actions')}</h3>
        {data.tools?.length ? (
          <ol className="flex flex-col gap-2">
            {data.tools.map((tool, index) => (
              <li key={index} className="rounded-card border p-3 text-sm">
                <p className="font-medium">
                  {t(`ai.tool.${tool.name.replaceAll(/[^a-z]+/gi, '_')}`, { defaultValue: tool.name })}
                </p>
                <Details label={t('why.asked')} value={tool.arguments} />
                <Details label={t('why.got')} value={outcome(tool.outcome)} />
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-sm text-muted">{draft ? t('why.draft.noActions') : t('why.noActions')}</p>
        )}
      </section>
      {!!data.sources?.length && (
        <section>
          <h3 className="mb-2 text-base font-semibold">{t('why.sources')}</h3>
          <div className="flex flex-col gap-3">
            {data.sources.map((source, index) => (
              <SourceText key={index} source={source} />
            ))}
          </div>
        </section>
      )}
    </div>
  )
}

function Details({ label, value }: { label: string; value: unknown }) {
  if (value === undefined || value === null || value === '') return null
  const text = typeof value === 'string' ? value : JSON.stringify(value, (_, each: unknown) => each ?? undefined, 1)
  if (text === '{}' || text === '[]') return null
  return (
    <div className="mt-1">
      <span className="text-xs text-muted">{label}</span>
      <pre className="overflow-x-auto rounded-control bg-sunken px-2 py-1 font-sans text-xs whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  )
}

function tokensOf({ tokens }: Run): number {
  if (typeof tokens === 'number') return tokens
  return (tokens?.input ?? 0) + (tokens?.output ?? 0)
}
