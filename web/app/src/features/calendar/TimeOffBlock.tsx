import { Ban } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'
import type { TimeOff } from '@/parts/booking/timeOff'
import { bottomOf, topOf, type AxisDay } from './grid'
import { TimeOffMenu } from './TimeOffMenu'

interface Props {
  timeOff: TimeOff
  day: AxisDay
  /** said where columns are days and not people */
  provider: string | undefined
  mayChange: boolean
}

/** Time off in the grid, as long as it lasts. */
export function TimeOffBlock({ timeOff, day, provider, mayChange }: Props) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  const { start, end, reason } = timeOff
  const top = topOf(day, Date.parse(start))
  const hours = `${time(start)}–${time(end)}`
  const what = reason ?? t('block.blocked')
  return (
    <TimeOffMenu
      timeOff={timeOff}
      words={[what, hours, provider]}
      mayChange={mayChange}
      className="absolute start-1 end-2 z-5 flex flex-col items-start overflow-hidden rounded-control border border-s-[3px] border-s-control bg-sunken px-2 py-1 text-start text-xs text-muted"
      style={{ top: top + 1, height: Math.max(18, bottomOf(day, Date.parse(end)) - top - 2) }}
    >
      <span className="flex w-full min-w-0 items-center gap-1 font-semibold">
        <Ban aria-hidden className="size-3.5 shrink-0" />
        <bdi className="truncate">{what}</bdi>
      </span>
      <span className="num truncate">{[hours, provider].filter(Boolean).join(' · ')}</span>
    </TimeOffMenu>
  )
}
