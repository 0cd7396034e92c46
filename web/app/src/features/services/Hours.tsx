import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf, toOpenings, toWeek, weekdays } from '@frontdesk/shared/hours'
import { ApiError } from '@/api/errors'
import { hoursQuery, saveHours } from '@/api/hours'
import type { BusinessHours } from '@/api/types'
import { useMe } from '@/api/queries'
import { HoursEditor } from '@/parts/HoursEditor'
import { Button } from '@/ui/button'
import { Card, CardHead, Page } from '@/ui/card'
import { FormAlert } from '@/ui/field'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { DaysEditor } from './DaysEditor'
import { useStranded } from './useStranded'

/** When the business is open, week by week, and the days that differ. */
export function Hours() {
  const hours = useQuery(hoursQuery())
  if (hours.isPending) {
    return (
      <Page>
        <Card>
          <SkeletonRows rows={7} />
        </Card>
      </Page>
    )
  }
  if (hours.isError) return <ErrorCard error={hours.error} onRetry={() => void hours.refetch()} />
  return <HoursForm saved={hours.data} />
}

function HoursForm({ saved }: { saved: BusinessHours }) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const { timezone } = useMe().tenant
  const cache = useQueryClient()
  const [week, setWeek] = useState(() => toWeek(saved.weekly))
  const [exceptions, setExceptions] = useState(saved.exceptions)
  const [state, setState] = useState<{ busy?: boolean; problem?: string }>({})
  const stranded = useStranded(timezone)
  const broken = weekdays.some((day) => problemOf(week[day]))

  const values = { week, exceptions }
  const guard = useFormGuard({
    name: 'hours',
    dirty: JSON.stringify(values) !== JSON.stringify({ week: toWeek(saved.weekly), exceptions: saved.exceptions }),
    values,
    restore: (kept) => {
      setWeek(kept.week)
      setExceptions(kept.exceptions)
    },
  })

  const save = async () => {
    if (broken) return setState({ problem: t('hours.fix') })
    setState({ busy: true })
    try {
      if (!(await stranded.mayGo(saved.exceptions, exceptions))) return setState({ problem: t('stranded.first') })
      cache.setQueryData(hoursQuery().queryKey, await saveHours({ weekly: toOpenings(week), exceptions }))
      guard.done()
      stranded.reset()
      toast.done(t('hours.saved'))
      setState({})
    } catch (failure) {
      setState({ problem: failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved') })
    }
  }

  return (
    <Page>
      {guard.question}
      <header>
        <h2 className="text-lg font-semibold tracking-tight">{t('hours.title')}</h2>
        <p className="text-muted">{t('hours.lead', { zone: timezone })}</p>
      </header>
      <FormAlert>{state.problem}</FormAlert>
      <Card>
        <HoursEditor week={week} onChange={setWeek} />
      </Card>
      <Card>
        <CardHead title={t('days.title')} hint={t('days.hint')} />
        <DaysEditor days={exceptions} onChange={setExceptions} />
      </Card>
      {stranded.notice}
      <div className="flex justify-end">
        <Button kind="primary" busy={state.busy} onClick={() => void save()}>
          {state.busy ? ui('saving') : t('hours.save')}
        </Button>
      </div>
    </Page>
  )
}
