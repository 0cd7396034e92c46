import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf, toOpenings, toWeek, weekdays } from '@frontdesk/shared/hours'
import { ApiError } from '@/api/errors'
import { hoursQuery, saveHours } from '@/api/hours'
import type { BusinessHours } from '@/api/types'
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
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [week, setWeek] = useState(() => toWeek(saved.weekly))
  const [state, setState] = useState<{ busy?: boolean; problem?: string }>({})

  const forget = useKeptWords({
    name: 'setup:hours',
    dirty: JSON.stringify(week) !== JSON.stringify(toWeek(saved.weekly)),
    values: week,
    restore: setWeek,
  })

  const next = async () => {
    if (weekdays.some((day) => problemOf(week[day]))) return setState({ problem: t('hours.fix') })
    setState({ busy: true })
    try {
      const hours = await saveHours({ weekly: toOpenings(week), exceptions: saved.exceptions })
      cache.setQueryData(hoursQuery().queryKey, hours)
      forget()
      await onNext()
    } catch (failure) {
      setState({ problem: failure instanceof ApiError && !failure.offline ? failure.message : ui('error.notSaved') })
    }
  }

  return (
    <StepFrame
      title={t('hours.title')}
      lead={t('hours.lead')}
      problem={state.problem}
      busy={state.busy}
      onNext={() => void next()}
      onBack={onBack}
    >
      <Card>
        <HoursEditor week={week} onChange={setWeek} />
      </Card>
    </StepFrame>
  )
}
