import { useQueryClient } from '@tanstack/react-query'
import { Ban } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { giveTimeOffBack, takeTimeOff, type TimeOff } from '@/parts/booking/timeOff'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/ui/menu'
import { toast } from '@/ui/toast'
import { bottomOf, topOf, type AxisDay } from './grid'

interface Props {
  timeOff: TimeOff
  day: AxisDay
  /** said where columns are days and not people */
  provider: string | undefined
  mayChange: boolean
}

/** Time that somebody is not to be booked: its only deed is to end it. */
export function TimeOffBlock({ timeOff, day, provider, mayChange }: Props) {
  const { t } = useTranslation('calendar')
  const { time } = useFormat()
  const cache = useQueryClient()
  const { id, providerId, start, end, reason } = timeOff
  const top = topOf(day, Date.parse(start))
  const hours = `${time(start)}–${time(end)}`
  const what = reason ?? t('block.blocked')
  const look = () =>
    Promise.all(['time-off', 'free-times'].map((part) => cache.invalidateQueries({ queryKey: key(part) })))
  async function remove() {
    try {
      await giveTimeOffBack(id)
      await look()
      toast.done(t('block.removed', { what }), {
        undo: () => takeTimeOff({ providerId, start, end, reason }).then(look),
      })
    } catch (failure) {
      toast.failed(t('block.notRemoved', { what }), {
        description: failure instanceof ApiError && !failure.offline ? failure.message : undefined,
      })
    }
  }
  return (
    <Menu>
      <MenuTrigger
        disabled={!mayChange}
        data-testid="time-off-block"
        data-start={start}
        aria-label={[what, hours, provider].filter(Boolean).join(', ')}
        className="absolute start-1 end-2 z-5 flex flex-col items-start overflow-hidden rounded-control border border-s-[3px] border-s-control bg-sunken px-2 py-1 text-start text-xs text-muted"
        style={{ top: top + 1, height: Math.max(18, bottomOf(day, Date.parse(end)) - top - 2) }}
      >
        <span className="flex w-full min-w-0 items-center gap-1 font-semibold">
          <Ban aria-hidden className="size-3.5 shrink-0" />
          <bdi className="truncate">{what}</bdi>
        </span>
        <span className="num truncate">{[hours, provider].filter(Boolean).join(' · ')}</span>
      </MenuTrigger>
      <MenuContent>
        <MenuLabel className="num">{[what, hours, provider].filter(Boolean).join(' · ')}</MenuLabel>
        <MenuItem onSelect={() => void remove()}>{t('block.remove')}</MenuItem>
      </MenuContent>
    </Menu>
  )
}
