import { useQueryClient } from '@tanstack/react-query'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { key } from '@/api/queries'
import { giveTimeOffBack, takeTimeOff, type TimeOff } from '@/parts/booking/timeOff'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuTrigger } from '@/ui/menu'
import { toast } from '@/ui/toast'

interface Props {
  timeOff: TimeOff
  /** what it is for, when, and whose, as far as that is said where it stands */
  words: (string | undefined)[]
  mayChange: boolean
  className: string
  style?: CSSProperties
  children: ReactNode
}

/** Time that somebody is not to be booked: its only deed is to end it. */
export function TimeOffMenu({ timeOff, words, mayChange, className, style, children }: Props) {
  const { t } = useTranslation('calendar')
  const cache = useQueryClient()
  const { id, providerId, start, end, reason } = timeOff
  const what = words[0]
  const look = () =>
    Promise.all(['time-off', 'free-times'].map((part) => cache.invalidateQueries({ queryKey: key(part) })))
  const refused = (text: string) => (failure: unknown) =>
    toast.failed(text, {
      description: failure instanceof ApiError && !failure.offline ? failure.message : undefined,
    })
  const blockAgain = () =>
    takeTimeOff({ providerId, start, end, reason }).then(look, refused(t('block.notBlocked', { what })))
  const remove = () =>
    giveTimeOffBack(id)
      .then(look)
      .then(
        () => toast.done(t('block.removed', { what }), { undo: blockAgain }),
        refused(t('block.notRemoved', { what })),
      )
  const said = words.filter(Boolean)
  return (
    <Menu>
      <MenuTrigger
        disabled={!mayChange}
        data-testid="time-off-block"
        data-start={start}
        aria-label={said.join(', ')}
        className={className}
        style={style}
      >
        {children}
      </MenuTrigger>
      <MenuContent>
        <MenuLabel className="num">{said.join(' · ')}</MenuLabel>
        <MenuItem onSelect={() => void remove()}>{t('block.remove')}</MenuItem>
      </MenuContent>
    </Menu>
  )
}
