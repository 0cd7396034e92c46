import { Link, useLocation } from '@tanstack/react-router'
import { LifeBuoy } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCounts, useMe } from '@/api/queries'
import { Kbd } from '@/ui/card'
import { cn } from '@/ui/cn'
import { Tooltip } from '@/ui/popover'
import { BusinessSwitcher } from './BusinessSwitcher'
import { Caps } from './keys/Caps'
import { bindingOf, keyCaps } from './keys'
import { nav, type NavItem } from './nav'

export function useNav(): NavItem[] {
  const { permissions } = useMe()
  return nav.filter(({ permission }) => !permission || permissions.includes(permission))
}

export function useSection(): string {
  return useLocation({ select: ({ pathname }) => pathname.split('/')[3] ?? '' })
}

const row =
  'flex h-8 w-full items-center gap-2 rounded-control px-2 text-sm font-medium text-muted hover:bg-sunken hover:text-text [&_svg]:size-4 [&_svg]:shrink-0'

/** The left rail. Narrow, it shows icons with their names on hover and for screen readers. */
export function Rail({ narrow, onKeys }: { narrow: boolean; onKeys: () => void }) {
  const { t } = useTranslation('shell')
  const items = useNav()
  return (
    <aside
      className={cn(
        'isolate flex h-full shrink-0 flex-col gap-0.5 border-e bg-surface p-2.5 max-md:hidden',
        narrow ? 'w-14' : 'w-56 max-xl:w-14',
      )}
      data-narrow={narrow || undefined}
    >
      <BusinessSwitcher narrow={narrow} />
      <nav aria-label={t('nav.label')} className="flex flex-1 flex-col gap-0.5 overflow-y-auto">
        {items
          .filter(({ group }) => group === 'main')
          .map((item) => (
            <RailLink key={item.id} item={item} narrow={narrow} />
          ))}
        {items.some(({ group }) => group === 'business') && (
          <p className={cn('px-2 pt-3 pb-1 text-2xs font-medium text-muted', narrow ? 'sr-only' : 'max-xl:sr-only')}>
            {t('nav.business')}
          </p>
        )}
        {items
          .filter(({ group }) => group === 'business')
          .map((item) => (
            <RailLink key={item.id} item={item} narrow={narrow} />
          ))}
      </nav>
      <button type="button" className={row} onClick={onKeys} aria-label={t('keys.open')}>
        <LifeBuoy aria-hidden />
        <span className={narrow ? 'sr-only' : 'max-xl:sr-only'}>{t('keys.open')}</span>
        <Kbd className={cn('ms-auto', narrow ? 'hidden' : 'max-xl:hidden')}>
          {keyCaps(bindingOf('sheet')).join(' ')}
        </Kbd>
      </button>
    </aside>
  )
}

function RailLink({ item, narrow }: { item: NavItem; narrow: boolean }) {
  const { t } = useTranslation('shell')
  const { slug } = useMe().tenant
  const { attention = 0 } = useCounts()
  const current = useSection() === item.section
  const count = item.id === 'inbox' ? attention : 0
  const link = (
    <Link
      to={`/app/${slug}/${item.path}` as string}
      aria-current={current ? 'page' : undefined}
      className={cn(row, current && 'bg-primary-soft text-primary hover:bg-primary-soft hover:text-primary')}
    >
      <item.icon aria-hidden strokeWidth={1.75} />
      <span className={narrow ? 'sr-only' : 'max-xl:sr-only'}>{t(`nav.${item.id}`)}</span>
      {count > 0 && (
        <span className={cn('num ms-auto text-xs font-semibold', narrow ? 'sr-only' : 'max-xl:sr-only')}>
          {count}
          <span className="sr-only"> {t('nav.waiting')}</span>
        </span>
      )}
    </Link>
  )
  // named beside the icon where the words are not shown
  return (
    <Tooltip
      label={t(`nav.${item.id}`)}
      keys={item.go && <Caps binding={bindingOf(item.go)} />}
      className={narrow ? undefined : 'xl:hidden'}
    >
      {link}
    </Tooltip>
  )
}
