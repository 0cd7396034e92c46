import { useMatches } from '@tanstack/react-router'
import { Globe, PanelLeft } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { zoneCity } from '@frontdesk/shared/format'
import { useCounts, useMe } from '@/api/queries'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { ProfileMenu } from './ProfileMenu'
import { useSection } from './Rail'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** a key under `title.` of the shell's texts: the `h1` and the tab's title */
    title?: string
  }
}

const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function TopBar({ onRail }: { onRail: () => void }) {
  const { t } = useTranslation('shell')
  const { tenant } = useMe()
  const { unread = 0 } = useCounts()
  const section = useSection()
  const titleKey = useMatches({
    select: (matches) => matches.findLast(({ staticData }) => staticData.title)?.staticData.title,
  })
  const title = titleKey ? t(`title.${titleKey}`) : tenant.name

  useEffect(() => {
    const waiting = section === 'inbox' && unread > 0 ? `(${unread}) ` : ''
    document.title = `${waiting}${title} · ${tenant.name}`
  }, [title, tenant.name, unread, section])

  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b bg-surface px-3 max-md:h-14 max-md:in-data-pane:hidden md:px-4">
      <Button kind="ghost" size="icon" className="-ms-1 max-xl:hidden" onClick={onRail} aria-label={t('rail.toggle')}>
        <PanelLeft aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <h1 className="truncate text-lg font-semibold tracking-tight">{title}</h1>
      <div className="ms-auto flex items-center gap-2">
        {viewerZone !== tenant.timezone && (
          <Chip title={t('zone.title', { zone: tenant.timezone })} data-testid="zone-chip">
            <Globe aria-hidden />
            {t('zone.chip', { city: zoneCity(tenant.timezone) })}
          </Chip>
        )}
        <div id="topbar-actions" className="flex items-center gap-2" />
        <ProfileMenu />
      </div>
    </header>
  )
}
