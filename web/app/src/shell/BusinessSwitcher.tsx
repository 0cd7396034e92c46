import { Link } from '@tanstack/react-router'
import { ChevronsUpDown, Plus, UserRound } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { Avatar, initials } from '@/ui/avatar'
import { cn } from '@/ui/cn'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/ui/menu'

/** Whose front desk this is, and the way to the others one works for. */
export function BusinessSwitcher({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('shell')
  const me = useMe()
  const hidden = narrow ? 'sr-only' : 'max-xl:sr-only'
  return (
    <Menu>
      <MenuTrigger className="mb-2 flex w-full items-center gap-2 rounded-control px-2 py-1.5 text-start hover:bg-sunken data-[state=open]:bg-sunken">
        <span
          aria-hidden
          className={cn(
            'grid size-7 shrink-0 place-items-center rounded-[8px] bg-primary text-sm font-bold text-on-primary',
            narrow ? '-ms-1' : 'max-xl:-ms-1',
          )}
        >
          {initials(me.tenant.name)}
        </span>
        <span className={cn('min-w-0 flex-1', hidden)}>
          <span className="block truncate text-sm font-semibold">{me.tenant.name}</span>
          <span className="block truncate text-xs text-muted">
            {me.user.name} · {t(`role.${me.user.role}`)}
          </span>
        </span>
        <ChevronsUpDown aria-hidden className={cn('size-4 shrink-0 text-muted', narrow ? 'hidden' : 'max-xl:hidden')} />
      </MenuTrigger>
      <MenuContent align="start" className="w-60">
        <MenuLabel>{t('switcher.businesses')}</MenuLabel>
        {me.businesses.map((business) => (
          <MenuItem key={business.slug} asChild>
            <a href={`/app/${business.slug}/home`} aria-current={business.slug === me.tenant.slug || undefined}>
              <Avatar name={business.name} size="sm" square />
              <span className="flex-1 truncate">{business.name}</span>
              {business.slug === me.tenant.slug && <span aria-hidden>✓</span>}
            </a>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem asChild>
          <Link to="/app/me/$section" params={{ section: 'profile' }}>
            <UserRound aria-hidden />
            {t('switcher.me')}
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link to="/app/me/new-business">
            <Plus aria-hidden />
            {t('switcher.add')}
          </Link>
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
