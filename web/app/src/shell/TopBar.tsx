import { useMatches } from '@tanstack/react-router'
import { Globe, PanelLeft, Search } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { useFormat } from '@/i18n/useFormat'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { AssistantSwitch } from './AssistantSwitch'
import { Bell } from './bell/Bell'
import { bindingOf, keyCaps } from './keys'
import { useMyKeys } from './keys/mine'
import { ProfileMenu } from './ProfileMenu'
import { useTabSign } from './tabSign'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** a key under `title.` of the shell's texts: the `h1` and the tab's title */
    title?: string
  }
}

const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function TopBar({ onRail, onSearch }: { onRail: () => void; onSearch: () => void }) {
  const { t } = useTranslation('shell')
  const { tenant } = useMe()
  const { zoneName } = useFormat()
  useMyKeys()
  const titleKey = useMatches({
    select: (matches) => matches.findLast(({ staticData }) => staticData.title)?.staticData.title,
  })
  const title = titleKey ? t(`title.${titleKey}`) : tenant.name
  useTabSign(`${title} · ${tenant.name}`)

  return (
    <header className="isolate flex h-12 shrink-0 items-center gap-3 border-b bg-surface px-3 max-md:h-14 max-md:gap-1 max-md:in-data-pane:hidden md:px-4">
      <Button kind="ghost" size="icon" className="-ms-1 max-xl:hidden" onClick={onRail} aria-label={t('rail.toggle')}>
        <PanelLeft aria-hidden className="rtl:-scale-x-100" />
      </Button>
      <h1 className="min-w-0 truncate text-lg font-semibold tracking-tight">{title}</h1>
      <div className="ms-auto flex items-center gap-2 max-md:gap-0">
        {viewerZone !== tenant.timezone && (
          <Chip title={t('zone.title', { zone: tenant.timezone })} data-testid="zone-chip" className="max-lg:hidden">
            <Globe aria-hidden />
            {zoneName()}
          </Chip>
        )}
        <button
          type="button"
          onClick={onSearch}
          aria-label={t('top.search')}
          aria-keyshortcuts="/"
          className="flex h-8 items-center gap-2 rounded-control border bg-canvas px-2.5 text-sm text-muted hover:border-control max-lg:size-8 max-lg:justify-center max-lg:border-transparent max-lg:bg-transparent max-lg:px-0 max-md:size-11 lg:w-80 xl:w-[360px]"
        >
          <Search aria-hidden className="size-4 shrink-0" />
          <span aria-hidden className="min-w-0 flex-1 truncate text-start max-lg:hidden">
            {t('top.search')}
          </span>
          <span aria-hidden className="flex gap-1 max-lg:hidden">
            {[bindingOf('search'), bindingOf('palette')].map((binding) => (
              <Kbd key={binding}>{keyCaps(binding).join(' ')}</Kbd>
            ))}
          </span>
        </button>
        <AssistantSwitch />
        <Bell />
        <ProfileMenu />
      </div>
    </header>
  )
}
