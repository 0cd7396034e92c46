import { useTranslation } from '@/i18n/useTranslation'
import type { AppointmentStatus } from '@/api/types'
import { Chip, type Tone } from '@/ui/chip'

const tones: Record<AppointmentStatus, Tone> = {
  requested: 'warning',
  confirmed: 'success',
  arrived: 'info',
  done: 'neutral',
  'no-show': 'danger',
  cancelled: 'danger',
}

export function StatusChip({ status }: { status: AppointmentStatus }) {
  const { t } = useTranslation('booking')
  return (
    <Chip tone={tones[status]} dot>
      {t(`status.${status}`)}
    </Chip>
  )
}
