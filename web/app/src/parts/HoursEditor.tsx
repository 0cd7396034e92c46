import { Copy, Plus, Trash2 } from 'lucide-react'
import { Fragment, useId } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { nextStretch, problemsOf, weekdays, type Stretch, type Week, type Weekday } from '@frontdesk/shared/hours'
import { weekdayName } from '@frontdesk/shared/format'
import { Button } from '@/ui/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { Switch } from '@/ui/switch'
import { TimeInput } from './TimeInput'

interface Props {
  week: Week
  onChange: (week: Week) => void
}

/** The hours of a week: a day is open or closed, in one stretch or several. Narrow, the times stand below their day. */
export function HoursEditor({ week, onChange }: Props) {
  return (
    <ul className="@container divide-y">
      {weekdays.map((day) => (
        <Day
          key={day}
          day={day}
          stretches={week[day]}
          onChange={(stretches) => onChange({ ...week, [day]: stretches })}
          onCopy={(days) =>
            onChange({ ...week, ...Object.fromEntries(days.map((each) => [each, structuredClone(week[day])])) })
          }
        />
      ))}
    </ul>
  )
}

interface DayProps {
  day: Weekday
  stretches: Stretch[]
  onChange: (stretches: Stretch[]) => void
  onCopy: (days: Weekday[]) => void
}

function Day({ day, stretches, onChange, onCopy }: DayProps) {
  const { t, language } = useTranslation('parts')
  const name = weekdayName(day, language)
  const open = stretches.length > 0
  const problems = problemsOf(stretches)
  const id = useId()
  const set = (index: number, change: Partial<Stretch>) =>
    onChange(stretches.map((stretch, each) => (each === index ? { ...stretch, ...change } : stretch)))
  return (
    <li
      className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1 px-4 py-2 @[560px]:grid-cols-[auto_120px_1fr_auto]"
      data-day={day}
    >
      <Switch
        checked={open}
        aria-label={t('hours.openOn', { day: name })}
        onCheckedChange={(next) => onChange(next ? [nextStretch([])] : [])}
      />
      <span className="font-medium first-letter:uppercase">{name}</span>
      <div className="flex flex-col gap-1.5 @max-[560px]:order-1 @max-[560px]:col-span-3">
        {!open && <span className="text-muted @max-[560px]:hidden">{t('hours.closed')}</span>}
        {stretches.map((stretch, index) => {
          const problem = problems[index]
          const describedBy = problem && `${id}-${index}`
          return (
            <Fragment key={index}>
              <div className="flex items-center gap-2">
                <TimeInput
                  label={t('hours.from', { day: name, number: index + 1 })}
                  value={stretch.open}
                  invalid={problem === 'overlap' || (problem === 'missing' && !stretch.open)}
                  describedBy={describedBy}
                  onChange={(value) => set(index, { open: value })}
                />
                <span aria-hidden className="text-muted">
                  –
                </span>
                <TimeInput
                  label={t('hours.to', { day: name, number: index + 1 })}
                  value={stretch.close}
                  invalid={problem === 'order' || (problem === 'missing' && !stretch.close)}
                  describedBy={describedBy}
                  onChange={(value) => set(index, { close: value })}
                />
                {stretches.length > 1 && (
                  <Button
                    kind="ghost"
                    size="icon"
                    aria-label={t('hours.remove', { day: name, number: index + 1 })}
                    onClick={() => onChange(stretches.filter((_, each) => each !== index))}
                  >
                    <Trash2 aria-hidden />
                  </Button>
                )}
              </div>
              {problem && (
                <p id={describedBy} role="alert" className="text-xs text-danger">
                  {t(`hours.problem.${problem}`)}
                </p>
              )}
            </Fragment>
          )
        })}
      </div>
      <div className="flex items-center">
        {open && (
          <Button
            kind="ghost"
            size="icon"
            aria-label={t('hours.split', { day: name })}
            onClick={() => onChange([...stretches, nextStretch(stretches)])}
          >
            <Plus aria-hidden />
          </Button>
        )}
        <Menu>
          <MenuTrigger asChild>
            <Button kind="ghost" size="icon" aria-label={t('hours.copy', { day: name })}>
              <Copy aria-hidden />
            </Button>
          </MenuTrigger>
          <MenuContent align="end">
            <MenuItem onSelect={() => onCopy(weekdays.slice(0, 5))}>{t('hours.toWorkdays')}</MenuItem>
            <MenuItem onSelect={() => onCopy([...weekdays])}>{t('hours.toAll')}</MenuItem>
          </MenuContent>
        </Menu>
      </div>
    </li>
  )
}
