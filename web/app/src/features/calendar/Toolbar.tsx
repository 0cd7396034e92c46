import { Ban, ChevronLeft, ChevronRight, Globe, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import type { AppointmentStatus } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { Segmented } from '@/ui/tabs'
import { makeAxis } from './grid'
import { StatusFilter } from './StatusFilter'
import { WhenAndWho } from './WhenAndWho'

const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone

export type CalendarView = 'day' | 'week' | 'agenda'

interface Props {
  view: CalendarView
  dates: string[]
  phone: boolean
  mayChange: boolean
  statuses: AppointmentStatus[]
  onStatuses: (statuses: AppointmentStatus[]) => void
  /** whether the date is open, where there is no room beside the calendar, and what is in it then */
  choosing: boolean
  choice: ReactNode
  onChoosing: (open: boolean) => void
  onView: (view: CalendarView) => void
  onToday: () => void
  onStep: (by: number) => void
  onNew: () => void
  onBlock: () => void
}

export function Toolbar({ view, dates, phone, mayChange, statuses, onStatuses, onView, onToday, ...on }: Props) {
  const { choosing, choice, onChoosing, onStep, onNew, onBlock } = on
  const { t } = useTranslation('calendar')
  const { t: shell } = useTranslation('shell')
  const { shortDay, day, zone, zoneName } = useFormat()
  const noon = (date: string) => new Date(makeAxis([date], zone).days[0]!.start + 12 * 3_600_000)
  const first = noon(dates[0]!)
  const title =
    dates.length === 1
      ? phone
        ? shortDay(first)
        : day(first)
      : `${shortDay(first)} – ${shortDay(noon(dates.at(-1)!))}`
  const views: CalendarView[] = phone ? ['agenda', 'day'] : ['day', 'week', 'agenda']
  return (
    <header className="flex min-h-[52px] flex-wrap items-center gap-2 border-b bg-surface px-4 py-2">
      <Button size="sm" className="max-md:h-11" onClick={onToday}>
        {t('toolbar.today')}
      </Button>
      <Button kind="ghost" size="icon" aria-label={t('toolbar.previous')} onClick={() => onStep(-1)}>
        <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <Button kind="ghost" size="icon" aria-label={t('toolbar.next')} onClick={() => onStep(1)}>
        <ChevronRight aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <h2 aria-live="polite" className="min-w-0 text-lg font-semibold tracking-tight first-letter:uppercase">
        <span className="block truncate max-lg:hidden">{title}</span>
        <WhenAndWho title={title} open={choosing} onOpenChange={onChoosing}>
          {choice}
        </WhenAndWho>
      </h2>
      {viewerZone !== zone && (
        <Chip data-testid="calendar-zone" title={shell('zone.title', { zone })} className="lg:hidden">
          <Globe aria-hidden />
          {zoneName()}
        </Chip>
      )}
      <div className="ms-auto flex items-center gap-2 max-md:w-full">
        <Segmented<CalendarView>
          label={t('view.label')}
          className="max-md:flex-1 max-md:[&>button]:flex-1 max-md:[&>button]:justify-center"
          value={view}
          onChange={onView}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        <StatusFilter chosen={statuses} onChange={onStatuses} />
        {mayChange && (
          <Button size="sm" className="max-md:size-11 max-md:p-0" onClick={onBlock}>
            <Ban aria-hidden />
            <span className="max-xl:sr-only">{t('toolbar.block')}</span>
          </Button>
        )}
        {mayChange && !phone && (
          <Button kind="primary" size="sm" onClick={onNew}>
            <Plus aria-hidden />
            {t('toolbar.new')}
            <kbd aria-hidden className="rounded-sm border border-current/35 px-1.5 font-sans text-2xs">
              N
            </kbd>
          </Button>
        )}
      </div>
    </header>
  )
}
