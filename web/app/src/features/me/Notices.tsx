import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { keepPreferences, preferencesQuery } from '@/api/preferences'
import { useMe } from '@/api/queries'
import { noticeKinds, setSilent, silentKinds } from '@/shell/noticeChoice'
import { Card, CardHead } from '@/ui/card'
import { Switch } from '@/ui/switch'
import { toast } from '@/ui/toast'

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
      </ul>
    </Card>
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
}: {
  name: string
  checked: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}) {
  const { t } = useTranslation('me')
  return (
    <li className="flex items-center justify-between gap-4 px-4 py-3">
      <label htmlFor={`notice-${name}`}>
        <span className="font-medium">{t(`notices.${name}`)}</span>
        <span className="block text-sm text-muted">{t(`notices.${name}Help`)}</span>
      </label>
      <Switch id={`notice-${name}`} checked={checked} disabled={disabled} onCheckedChange={onChange} />
    </li>
  )
}
