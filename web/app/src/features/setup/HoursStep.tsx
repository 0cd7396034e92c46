import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { problemOf, toOpenings, toWeek, weekdays } from '@frontdesk/shared/hours'
import { hoursQuery, saveHours } from '@/api/hours'
import type { BusinessHours } from '@/api/types'
import { AffectedList } from '@/parts/booking/AffectedList'
import { TellAll } from '@/parts/booking/TellAll'
import { useDecided } from '@/parts/booking/useDecided'
import { HoursEditor } from '@/parts/HoursEditor'
import { Card } from '@/ui/card'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { useKeptWords } from '@/ui/useKeptWords'
import { StepFrame } from './StepFrame'

interface Props {
  onNext: () => Promise<void>
  onBack?: () => void
}

export function HoursStep(props: Props) {
  const hours = useQuery(hoursQuery())
  if (hours.isPending) return <SkeletonRows rows={7} />
  if (hours.isError) return <ErrorCard error={hours.error} onRetry={() => void hours.refetch()} />
  return <HoursForm saved={hours.data} {...props} />
}

function HoursForm({ saved, onNext, onBack }: Props & { saved: BusinessHours }) {
  const { t } = useTranslation('setup')
  const cache = useQueryClient()
  const [week, setWeek] = useState(() => toWeek(saved.weekly))
  const { affected, decisions, setDecisions, problem, setProblem, busy, anew, save, news, changed } = useDecided()

  const forget = useKeptWords({
    name: 'setup:hours',
    dirty: JSON.stringify(week) !== JSON.stringify(toWeek(saved.weekly)),
    values: week,
    restore: setWeek,
  })

  const next = async () => {
    if (weekdays.some((day) => problemOf(week[day]))) return setProblem(t('hours.fix'))
    const hours = await save((decided) =>
      saveHours({ weekly: toOpenings(week), exceptions: saved.exceptions, decisions: decided }),
    )
    if (!hours) return
    cache.setQueryData(hoursQuery().queryKey, hours)
    forget()
    if (news.length === 0) await onNext()
  }

  return (
    <StepFrame
      title={t('hours.title')}
      lead={t('hours.lead')}
      problem={problem}
      busy={busy}
      onNext={() => void next()}
      onBack={onBack}
    >
      <Card>
        <HoursEditor
          week={week}
          onChange={(next) => {
            setWeek(next)
            anew()
          }}
        />
      </Card>
      {affected.length > 0 && (
        <AffectedList outside affected={affected} decisions={decisions} onChange={setDecisions} />
      )}
      {changed.length > 0 && <TellAll bookings={changed} onClose={() => void onNext()} />}
    </StepFrame>
  )
}
