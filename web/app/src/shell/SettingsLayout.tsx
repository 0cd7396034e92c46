import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import type { Permission } from '@/api/types'
import { cn } from '@/ui/cn'
import { useInSight } from '@/ui/useInSight'

const pages: { id: string; permission: Permission }[] = [
  { id: 'business', permission: 'settings.change' },
  { id: 'hours', permission: 'services.change' },
  { id: 'services', permission: 'services.change' },
  { id: 'providers', permission: 'services.change' },
  { id: 'channels', permission: 'channels.see' },
  { id: 'labels', permission: 'settings.change' },
  { id: 'team', permission: 'team.change' },
  { id: 'saved-replies', permission: 'inbox.own' },
]

/** The settings that this member may open. */
export function useSettingsPages(): string[] {
  return settingsPagesFor(useMe().permissions)
}

export function settingsPagesFor(permissions: readonly string[]): string[] {
  return pages.filter(({ permission }) => permissions.includes(permission)).map(({ id }) => id)
}

/** The pages of the settings: a list at the side, on phones a row to swipe. */
export function SettingsLayout() {
  const { t } = useTranslation('shell')
  const { tenant } = useMe()
  const current = useLocation({ select: ({ pathname }) => pathname.split('/')[4] })
  const row = useInSight(current)
  return (
    <div className="flex h-full max-md:flex-col">
      <nav
        ref={row}
        aria-label={t('nav.settings')}
        className="flex shrink-0 gap-1 bg-surface p-2.5 max-md:overflow-x-auto max-md:border-b md:w-48 md:flex-col md:border-e"
      >
        {useSettingsPages().map((id) => (
          <Link
            key={id}
            to={`/app/${tenant.slug}/settings/${id}` as string}
            aria-current={id === current ? 'page' : undefined}
            className={cn(
              'flex h-8 shrink-0 items-center rounded-control px-3 text-sm font-medium text-muted hover:bg-sunken hover:text-text max-md:h-11',
              id === current && 'bg-primary-soft text-primary hover:bg-primary-soft hover:text-primary',
            )}
          >
            {t(`settings.${id}`)}
          </Link>
        ))}
      </nav>
      <div className="min-h-0 min-w-0 flex-1">
        <Outlet />
      </div>
    </div>
  )
}
