import { Link } from '@tanstack/react-router'
import { Menu as MenuIcon } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCounts, useMe } from '@/api/queries'
import { Count } from '@/ui/chip'
import { cn } from '@/ui/cn'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { useNav, useSection } from './Rail'

const tab =
  'relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-0.5 text-2xs font-medium text-muted [&_svg]:size-5 [&_svg]:shrink-0'
const order = ['inbox', 'calendar', 'contacts', 'home']

/** Navigation under the thumb, on phones. */
export function BottomBar() {
  const { t } = useTranslation('shell')
  const { slug } = useMe().tenant
  const { attention = 0 } = useCounts()
  const section = useSection()
  const items = useNav()
  const main = order.flatMap((id) => items.filter((item) => item.id === id))
  const rest = items.filter(({ id }) => !order.includes(id))
  return (
    <nav
      aria-label={t('nav.label')}
      className="flex h-16 shrink-0 border-t bg-surface pb-[env(safe-area-inset-bottom)] in-data-pane:hidden md:hidden"
    >
      {main.map((item) => (
        <Link
          key={item.id}
          to={`/app/${slug}/${item.path}` as string}
          aria-current={section === item.section ? 'page' : undefined}
          className={cn(tab, section === item.section && 'font-semibold text-primary')}
        >
          <item.icon aria-hidden strokeWidth={1.75} />
          <span className="max-w-full truncate">{t(`nav.short.${item.id}`)}</span>
          {item.id === 'inbox' && <Count value={attention} className="absolute start-[calc(50%+6px)] top-1.5" />}
        </Link>
      ))}
      <Menu>
        <MenuTrigger className={cn(tab, rest.some((item) => item.section === section) && 'font-semibold text-primary')}>
          <MenuIcon aria-hidden strokeWidth={1.75} />
          <span className="max-w-full truncate">{t('nav.more')}</span>
        </MenuTrigger>
        <MenuContent align="end">
          {rest.map((item) => (
            <MenuItem key={item.id} asChild>
              <Link to={`/app/${slug}/${item.path}` as string}>
                <item.icon aria-hidden />
                {t(`nav.${item.id}`)}
              </Link>
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
    </nav>
  )
}
