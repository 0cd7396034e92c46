import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { problemOf, toOpenings, toWeek, weekdays } from '@frontdesk/shared/hours'
import { hoursQuery, saveHours } from '@/api/hours'
import type { BusinessHours } from '@/api/types'
import { useMe } from '@/api/queries'
import { AffectedList } from '@/parts/booking/AffectedList'
import { TellAll } from '@/parts/booking/TellAll'
import { useDecided } from '@/parts/booking/useDecided'
import { HoursEditor } from '@/parts/HoursEditor'
import { Button } from '@/ui/button'
import { Card, CardHead, Page } from '@/ui/card'
import { FormAlert } from '@/ui/field'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { useFormGuard } from '@/ui/useFormGuard'
import { DaysEditor } from './DaysEditor'

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
  const { timezone, country } = useMe().tenant
  const cache = useQueryClient()
  const [week, setWeek] = useState(() => toWeek(saved.weekly))
  const [exceptions, setExceptions] = useState(saved.exceptions)
  const { affected, decisions, setDecisions, problem, setProblem, busy, anew, save, changed, told } = useDecided()
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

  const submit = async () => {
    if (broken) return setProblem(t('hours.fix'))
    const hours = await save((decided) => saveHours({ weekly: toOpenings(week), exceptions, decisions: decided }))
    if (!hours) return
    cache.setQueryData(hoursQuery().queryKey, hours)
    guard.done()
    toast.done(t('hours.saved'))
  }
  const change = (set: () => void) => {
    set()
    anew()
  }

  return (
    <Page>
      {guard.question}
      <header>
        <h2 className="text-lg font-semibold tracking-tight">{t('hours.title')}</h2>
        <p className="text-muted">{t('hours.lead', { zone: timezone })}</p>
      </header>
      <FormAlert>{problem}</FormAlert>
      <Card>
        <HoursEditor week={week} onChange={(next) => change(() => setWeek(next))} />
      </Card>
      <Card>
        <CardHead title={t('days.title')} hint={t('days.hint')} />
        <DaysEditor country={country} days={exceptions} onChange={(days) => change(() => setExceptions(days))} />
      </Card>
      {affected.length > 0 && (
        <AffectedList outside affected={affected} decisions={decisions} onChange={setDecisions} />
      )}
      {changed.length > 0 && <TellAll bookings={changed} onClose={told} />}
      <div className="flex justify-end">
        <Button kind="primary" busy={busy} onClick={() => void submit()}>
          {busy ? ui('saving') : t('hours.save')}
        </Button>
      </div>
    </Page>
  )
}
