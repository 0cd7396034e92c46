import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { providersQuery, servicesQuery, useCan } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { contactAppointmentsQuery } from '@/parts/booking/api'
import { Sheet } from '@/ui/dialog'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { runQuery } from './api'
import { findConversation } from './cache'
import { SourceText } from './Sources'
import type { Run, Why } from './types'
import { factsOf, outcomeOf, type Words } from './why'

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
  const asked = useAsked(conversation)
  if (error) return <ErrorCard error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const tokens = tokensOf(data)
  const outcome = (answer: string) => {
    const { what, count, reason } = outcomeOf(answer)
    const key = draft && deeds.has(what) ? 'rehearsed' : what
    const said = t(`why.outcome.${key}`, { count, defaultValue: answer })
    return reason ? `${said}: ${t(`why.refused.${reason}`, { defaultValue: reason })}` : said
  }
  const facts = [
    [t('why.intent'), t(`why.intents.${data.intent}`, { defaultValue: data.intent })],
    [t('why.model'), data.model === 'builtin' ? t('why.builtin') : data.model],
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
                <Facts facts={[...asked(tool.arguments), [t('why.got'), outcome(tool.outcome)]]} />
                <Raw value={tool.arguments} />
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

function Facts({ facts }: { facts: [label: string, value: string][] }) {
  return (
    <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs leading-[18px]">
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt className="text-muted">{label}</dt>
          <dd dir="auto" className="[overflow-wrap:anywhere]">
            {value}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** As it was called, for whoever looks into it further. */
function Raw({ value }: { value: object }) {
  const { t } = useTranslation('inbox')
  const text = JSON.stringify(value, (_, each: unknown) => each ?? undefined, 1)
  if (text === '{}') return null
  return (
    <details className="mt-1 text-xs">
      <summary className="min-h-6 w-fit cursor-pointer content-center text-muted hover:text-text">
        {t('why.details')}
      </summary>
      <pre dir="ltr" className="rounded-control bg-sunken px-2 py-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </pre>
    </details>
  )
}

/** The arguments of a tool as rows, in the language of the screen. */
function useAsked(conversation: string) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const maySee = useCan('calendar.see')
  const { shortDay, time, localDate, phone } = useFormat()
  const contact = findConversation(cache, conversation)?.contact.id
  const { data: services } = useQuery(servicesQuery())
  const { data: providers } = useQuery(providersQuery())
  const { data: appointments } = useQuery({
    ...contactAppointmentsQuery(contact ?? ''),
    enabled: maySee && contact !== undefined,
  })
  const named = (all: { id: string; name: string }[] | undefined) => (id: string) =>
    all?.find((each) => each.id === id)?.name
  const words: Words = {
    service: named(services),
    provider: named(providers),
    appointment: (id) => appointments?.find((each) => each.id === id)?.serviceName,
    anyone: t('why.anyone'),
    phone,
    day: shortDay,
    time,
    dayKey: localDate,
    more: (count) => t('why.more', { count }),
  }
  return (called: Run['tools'][number]['arguments']) =>
    factsOf(called, words).map(({ label, value }): [string, string] => [t(`why.arguments.${label}`), value])
}

function tokensOf({ tokens }: Run): number {
  if (typeof tokens === 'number') return tokens
  return (tokens?.input ?? 0) + (tokens?.output ?? 0)
}
