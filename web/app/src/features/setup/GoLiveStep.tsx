import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, Circle, ExternalLink, MessageSquareText, PartyPopper } from 'lucide-react'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { channelsQuery, key, setupQuery, useMe } from '@/api/queries'
import type { SetupProgress } from '@/api/types'
import { CopyBox } from '@/parts/CopyBox'
import { widgetSnippet } from '@/parts/snippet'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { cn } from '@/ui/cn'
import { Segmented } from '@/ui/tabs'
import { goLive, type Mode } from './api'
import { StepFrame } from './StepFrame'

/** The last look, the choice of who answers, and the start. */
export function GoLiveStep({ setup, onBack }: { setup: SetupProgress; onBack?: () => void }) {
  const { t } = useTranslation('setup')
  const { t: ui } = useTranslation()
  const { slug } = useMe().tenant
  const cache = useQueryClient()
  const [mode, setMode] = useState<Mode>('auto')
  const [differing, setDiffering] = useState<Record<string, Mode>>({})
  const channels = useQuery(channelsQuery()).data?.filter(({ type }) => type !== 'sandbox') ?? []
  const [state, setState] = useState<{ busy?: boolean; problem?: string }>({})

  const link = `${location.origin}/sample/${slug}`

  const start = async () => {
    setState({ busy: true })
    try {
      cache.setQueryData(setupQuery().queryKey, await goLive(mode, differing))
      await cache.invalidateQueries({ queryKey: key('channels') })
      setState({})
    } catch {
      setState({ problem: ui('error.notSaved') })
    }
  }

  return (
    <StepFrame
      title={setup.live ? t('go-live.liveTitle') : t('go-live.title')}
      lead={setup.live ? t('go-live.liveLead') : t('go-live.lead')}
      problem={state.problem}
      onBack={onBack}
    >
      {setup.live ? (
        <div data-testid="setup-live" className="flex items-center gap-3 rounded-card bg-success-soft p-4 text-success">
          <PartyPopper aria-hidden className="size-6 shrink-0" />
          <p className="font-medium">{t('go-live.isLive')}</p>
        </div>
      ) : (
        <>
          <Card>
            <CardHead title={t('go-live.checklist')} />
            <ul className="divide-y border-t">
              {setup.checklist
                .filter(({ id }) => id !== 'live')
                .map(({ id, done }) => (
                  <li key={id} className="flex min-h-11 items-center gap-3 px-4">
                    {done ? (
                      <CircleCheck aria-hidden className="size-4 text-success" />
                    ) : (
                      <Circle aria-hidden className="size-4 text-muted" />
                    )}
                    <span className={done ? '' : 'text-muted'}>{t(`check.${id}`)}</span>
                    <span className="sr-only">{done ? t('done') : t('notDone')}</span>
                  </li>
                ))}
            </ul>
          </Card>
          <fieldset className="grid gap-3 sm:grid-cols-2">
            <legend className="mb-2 text-sm font-medium">{t('go-live.mode')}</legend>
            {(['auto', 'suggest'] as const).map((each) => (
              <label
                key={each}
                className={cn(
                  'flex cursor-pointer flex-col gap-1 rounded-card border bg-surface p-4 hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-focus',
                  mode === each && 'border-ai bg-ai-soft hover:border-ai',
                )}
              >
                <span className="flex items-center gap-2 font-semibold">
                  <input
                    type="radio"
                    name="mode"
                    className="accent-ai"
                    checked={mode === each}
                    onChange={() => setMode(each)}
                  />
                  {t(`mode.${each}`)}
                </span>
                <span className="text-sm text-muted">{t(`mode.${each}Text`)}</span>
              </label>
            ))}
          </fieldset>
          {channels.length > 1 && (
            <ul className="divide-y rounded-card border bg-surface">
              {channels.map(({ id, name }) => (
                <li key={id} className="flex flex-wrap items-center gap-3 px-4 py-2">
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <Segmented<Mode>
                    label={t('go-live.modeOf', { name })}
                    tone="ai"
                    value={differing[id] ?? mode}
                    onChange={(chosen) => setDiffering({ ...differing, [id]: chosen })}
                    options={(['auto', 'suggest'] as const).map((value) => ({
                      value,
                      label: t(`go-live.short.${value}`),
                    }))}
                  />
                </li>
              ))}
            </ul>
          )}
          <Button kind="primary" size="lg" busy={state.busy} onClick={() => void start()} className="self-start">
            {t('go-live.start')}
          </Button>
        </>
      )}
      <Card className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap items-center gap-4">
          <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1.5">
            <h3 className="font-semibold">{t('go-live.link')}</h3>
            <p className="text-sm text-muted">{t('go-live.linkText')}</p>
            <CopyBox text={link} label={t('go-live.link')} />
          </div>
          {/* dark on white in both themes: cameras read no other */}
          <QRCodeSVG value={link} size={112} title={t('go-live.qr')} className="rounded-control bg-[#fff] p-2" />
        </div>
        <div className="flex flex-col gap-1.5">
          <h3 className="font-semibold">{t('go-live.snippet')}</h3>
          <CopyBox text={widgetSnippet(slug)} label={t('go-live.snippet')} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <a href={`/sample/${slug}`} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden />
              {t('go-live.sample')}
            </a>
          </Button>
          <Button asChild>
            <Link to="/app/$biz/try" params={{ biz: slug }}>
              <MessageSquareText aria-hidden />
              {t('go-live.try')}
            </Link>
          </Button>
          {setup.live && (
            <Button kind="primary" asChild>
              <Link to="/app/$biz/home" params={{ biz: slug }}>
                {t('go-live.home')}
              </Link>
            </Button>
          )}
        </div>
      </Card>
    </StepFrame>
  )
}
