import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { noticeKinds, setSilent, silentKinds } from '@/shell/noticeChoice'
import { Card, CardHead } from '@/ui/card'
import { Switch } from '@/ui/switch'

/** What comes up over the screen while one works; the bell keeps everything. */
export function Notices() {
  const { t } = useTranslation('me')
  const [silent, setShown] = useState(silentKinds)
  return (
    <Card>
      <CardHead title={t('notices.title')} hint={t('notices.hint')} />
      <ul className="divide-y border-t">
        {noticeKinds.map((kind) => (
          <li key={kind} className="flex items-center justify-between gap-4 px-4 py-3">
            <label htmlFor={`notice-${kind}`}>
              <span className="font-medium">{t(`notices.${kind}`)}</span>
              <span className="block text-sm text-muted">{t(`notices.${kind}Help`)}</span>
            </label>
            <Switch
              id={`notice-${kind}`}
              checked={!silent.includes(kind)}
              onCheckedChange={(on) => {
                setSilent(kind, !on)
                setShown(silentKinds())
              }}
            />
          </li>
        ))}
      </ul>
    </Card>
  )
}
