import { Link } from '@tanstack/react-router'
import { LogOut, UserRound } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useMe } from '@/api/queries'
import { chooseLocale, localeNow, locales, type Locale } from '@/i18n'
import { Avatar } from '@/ui/avatar'
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/ui/menu'
import { useSignOut } from './signOut'
import { chooseTheme, useTheme, type Theme } from './theme'

/** Who I am, how it looks, in which language, and the way out. */
export function ProfileMenu() {
  const { t } = useTranslation('shell')
  const { user } = useMe()
  const { chosen } = useTheme()
  const signOut = useSignOut()
  return (
    <Menu>
      <MenuTrigger
        aria-label={t('profile.open')}
        className="grid size-8 place-items-center rounded-full max-md:size-11"
      >
        <Avatar name={user.name || user.email} colorKey={user.id} size="sm" />
      </MenuTrigger>
      <MenuContent align="end" className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate text-sm font-semibold">{user.name}</p>
          <p className="truncate text-xs text-muted">{user.email}</p>
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <Link to="/app/me/$section" params={{ section: 'profile' }}>
            <UserRound aria-hidden />
            {t('profile.me')}
          </Link>
        </MenuItem>
        <MenuLabel>{t('profile.theme')}</MenuLabel>
        <MenuRadioGroup value={chosen} onValueChange={(theme) => chooseTheme(theme as Theme)}>
          {(['system', 'light', 'dark'] as const).map((theme) => (
            <MenuRadioItem key={theme} value={theme}>
              {t(`theme.${theme}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuLabel>{t('profile.language')}</MenuLabel>
        <MenuRadioGroup value={localeNow()} onValueChange={(locale) => void chooseLocale(locale as Locale)}>
          {locales.map((locale) => (
            <MenuRadioItem key={locale} value={locale} lang={locale}>
              {t(`locale.${locale}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={() => void signOut()}>
          <LogOut aria-hidden />
          {t('profile.signOut')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
