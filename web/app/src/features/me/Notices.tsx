import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { chime } from '@frontdesk/shared/chime'
import { ApiError } from '@/api/errors'
import { keepPreferences, preferencesQuery } from '@/api/preferences'
import { useMe } from '@/api/queries'
import { TimeInput } from '@/parts/TimeInput'
import {
  noticeKinds,
  quietHours,
  setQuietHours,
  setSilent,
  setSounds,
  silentKinds,
  sounds,
  type QuietHours,
} from '@/shell/noticeChoice'
import { Card, CardHead } from '@/ui/card'
import { Switch } from '@/ui/switch'
import { toast } from '@/ui/toast'

const usualNight: QuietHours = { from: '20:00', to: '08:00' }

/** What comes up over the screen while one works, and what comes by mail; the bell keeps everything. */
export function Notices() {
  const { businesses } = useMe()
  const runsOne = businesses.some(({ role }) => role === 'owner' || role === 'manager')
  return (
    <>
      <OnScreen />
      {runsOne && <ByMail />}
    </>
  )
}

function OnScreen() {
  const { t } = useTranslation('me')
  const [silent, setShown] = useState(silentKinds)
  return (
    <Card>
      <CardHead title={t('notices.title')} hint={t('notices.hint')} />
      <ul className="divide-y border-t">
        {noticeKinds.map((kind) => (
          <Choice
            key={kind}
            name={kind}
            checked={!silent.includes(kind)}
            onChange={(on) => {
              setSilent(kind, !on)
              setShown(silentKinds())
            }}
          />
        ))}
        <Sound />
        <Quiet />
      </ul>
    </Card>
  )
}

/** A soft note with what comes up. */
function Sound() {
  const [on, setOn] = useState(sounds)
  return (
    <Choice
      name="sound"
      checked={on}
      onChange={(next) => {
        setSounds(next)
        setOn(next)
        // heard at once, and the browser knows from now on that sound is wanted here
        if (next) chime()
      }}
    />
  )
}

/** The hours in which nothing comes up and nothing sounds. */
function Quiet() {
  const { t } = useTranslation('me')
  const [hours, setHours] = useState(quietHours)
  const choose = (next: QuietHours | undefined) => {
    setQuietHours(next)
    setHours(next)
  }
  return (
    <Choice name="quiet" checked={hours !== undefined} onChange={(on) => choose(on ? usualNight : undefined)}>
      {hours && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <TimeInput
            label={t('notices.quietFrom')}
            value={hours.from}
            onChange={(from) => from && choose({ ...hours, from })}
          />
          <span aria-hidden>–</span>
          <TimeInput label={t('notices.quietTo')} value={hours.to} onChange={(to) => to && choose({ ...hours, to })} />
        </div>
      )}
    </Choice>
  )
}

/** For owners and managers, who are mailed by every business that they run. */
function ByMail() {
  const { t } = useTranslation('me')
  const { t: ui } = useTranslation()
  const { user } = useMe()
  const cache = useQueryClient()
  const { queryKey } = preferencesQuery()
  const preferences = useQuery(preferencesQuery()).data

  const choose = async (waitingByMail: boolean) => {
    const notices = { waitingByMail }
    cache.setQueryData(queryKey, (now) => now && { ...now, notices })
    try {
      cache.setQueryData(queryKey, await keepPreferences({ notices }))
    } catch (failure) {
      cache.setQueryData(queryKey, preferences)
      toast.failed(failure instanceof ApiError && !failure.offline ? failure.message : ui('error.offline'))
    }
  }

  return (
    <Card>
      <CardHead title={t('notices.byMail')} hint={user.email} />
      <ul className="divide-y border-t">
        <Choice
          name="waiting"
          checked={preferences?.notices?.waitingByMail ?? true}
          disabled={!preferences}
          onChange={(on) => void choose(on)}
        />
      </ul>
    </Card>
  )
}

function Choice({
  name,
  checked,
  disabled,
  onChange,
  children,
}: {
  name: string
  checked: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
  children?: ReactNode
}) {
  const { t } = useTranslation('me')
  return (
    <li className="flex items-center justify-between gap-4 px-4 py-3">
      <div className="min-w-0">
        <label htmlFor={`notice-${name}`}>
          <span className="font-medium">{t(`notices.${name}`)}</span>
          <span className="block text-sm text-muted">{t(`notices.${name}Help`)}</span>
        </label>
        {children}
      </div>
      <Switch id={`notice-${name}`} checked={checked} disabled={disabled} onCheckedChange={onChange} />
    </li>
  )
}
