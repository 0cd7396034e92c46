import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { cn } from '@/ui/cn'
import { Segmented } from '@/ui/tabs'
import { ErrorCard, Loading, Skeleton } from '@/ui/states'
import { setupQuery } from '@/api/queries'
import { keepStep } from './api'
import { BusinessStep } from './BusinessStep'
import { ChannelsStep } from './ChannelsStep'
import { GoLiveStep } from './GoLiveStep'
import { HoursStep } from './HoursStep'
import { KnowledgeStep } from './KnowledgeStep'
import { Preview } from './Preview'
import { ServicesStep } from './ServicesStep'
import { TestStep } from './TestStep'
import { isStep, stepAfter, stepBefore, steps, type Step } from './steps'

const route = getRouteApi('/app/$biz/setup/$step')

/** From a fresh business to one that answers. Every step is saved on the way; leave and resume at will. */
export function Setup() {
  const { biz, step: asked } = route.useParams()
  const navigate = route.useNavigate()
  const cache = useQueryClient()
  const setup = useQuery(setupQuery())
  const [pane, setPane] = useState<'form' | 'preview'>('form')
  const { t } = useTranslation('setup')
  const step: Step = isStep(asked) ? asked : 'business'

  const go = async (to: Step, done?: Step) => {
    const before = setup.data?.completed ?? []
    const completed = done && !before.includes(done) ? [...before, done] : before
    cache.setQueryData(setupQuery().queryKey, (now) => now && { ...now, step: to, completed })
    // what could not be kept does not look done, and what was is ticked in the list of checks too
    void keepStep(to, completed)
      .catch(() => undefined)
      .then(() => cache.invalidateQueries({ queryKey: setupQuery().queryKey }))
    await navigate({ to: '/app/$biz/setup/$step', params: { biz, step: to } })
  }
  const after = stepAfter(step)
  const skip = after && (() => void go(after))
  const next = async () => {
    if (after) await go(after, step)
  }
  const before = stepBefore(step)
  const back = before && (() => void go(before))

  if (setup.isError) return <ErrorCard error={setup.error} onRetry={() => void setup.refetch()} />
  return (
    <div className="flex h-full">
      <StepList biz={biz} current={step} completed={setup.data?.completed ?? []} />
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex items-center gap-3 border-b bg-surface px-4 py-2 xl:hidden">
          <p className="flex-1 text-sm font-medium text-muted">
            {t('progress', { number: steps.indexOf(step) + 1, of: steps.length })}
          </p>
          <Segmented
            label={t('view')}
            className="lg:hidden"
            value={pane}
            onChange={setPane}
            options={[
              { value: 'form', label: t('form') },
              { value: 'preview', label: t('preview') },
            ]}
          />
        </div>
        <div className={cn('min-h-0 flex-1 overflow-y-auto', pane === 'preview' && 'max-lg:hidden')}>
          <div className="mx-auto flex max-w-2xl flex-col gap-6 p-4 md:p-8">
            {setup.isPending ? (
              <Loading>
                <Skeleton className="mb-4 h-10" />
                <Skeleton className="h-72" />
              </Loading>
            ) : step === 'business' ? (
              <BusinessStep setup={setup.data} onNext={next} />
            ) : step === 'hours' ? (
              <HoursStep onNext={next} onBack={back} />
            ) : step === 'services' ? (
              <ServicesStep onNext={next} onBack={back} />
            ) : step === 'channels' ? (
              <ChannelsStep onNext={next} onBack={back} />
            ) : step === 'knowledge' ? (
              <KnowledgeStep onNext={next} onBack={back} onSkip={skip} />
            ) : step === 'test' ? (
              <TestStep onNext={next} onBack={back} onSkip={skip} />
            ) : (
              <GoLiveStep setup={setup.data} onBack={back} />
            )}
          </div>
        </div>
        {pane === 'preview' && (
          <div className="min-h-0 flex-1 overflow-y-auto p-4 lg:hidden">
            <Preview />
          </div>
        )}
      </div>
      <aside
        aria-label={t('preview')}
        className="w-[340px] shrink-0 overflow-y-auto border-s bg-sunken p-5 max-lg:hidden"
      >
        <Preview />
      </aside>
    </div>
  )
}

function StepList({ biz, current, completed }: { biz: string; current: Step; completed: string[] }) {
  const { t } = useTranslation('setup')
  return (
    <nav aria-label={t('steps')} className="w-48 shrink-0 border-e bg-surface p-2.5 max-xl:hidden">
      <ol className="flex flex-col gap-1">
        {steps.map((step, index) => {
          const done = completed.includes(step)
          return (
            <li key={step}>
              <Link
                to="/app/$biz/setup/$step"
                params={{ biz, step }}
                aria-current={step === current ? 'step' : undefined}
                className={cn(
                  'flex min-h-10 items-center gap-3 rounded-control px-2 text-sm font-medium text-muted hover:bg-sunken',
                  step === current && 'bg-primary-soft text-primary hover:bg-primary-soft',
                )}
              >
                <span
                  className={cn(
                    'num grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold',
                    done && 'border-transparent bg-success-soft text-success',
                    step === current && !done && 'border-primary',
                  )}
                >
                  {done ? <Check aria-hidden className="size-3.5" strokeWidth={3} /> : index + 1}
                </span>
                {t(`${step}.name`)}
                {done && <span className="sr-only">{t('done')}</span>}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
