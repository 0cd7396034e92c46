import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, Bell, Keyboard, Palette, Shield, UserRound } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { businessBefore } from '@/api/client'
import { useMe } from '@/api/queries'
import { SignedIn } from '@/api/SignedIn'
import { Shortcuts } from '@/shell/keys/Shortcuts'
import { chooseTheme, useTheme, type Theme } from '@/shell/theme'
import { chooseLocale, locales, type Locale } from '@/i18n'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { cn } from '@/ui/cn'
import { Segmented } from '@/ui/tabs'
import { useInSight } from '@/ui/useInSight'
import { Notices } from './Notices'
import { ProfileForm } from './ProfileForm'
import { Security } from './Security'

const route = getRouteApi('/app/me/$section')

const sections = [
  { id: 'profile', icon: UserRound },
  { id: 'security', icon: Shield },
  { id: 'notifications', icon: Bell },
  { id: 'appearance', icon: Palette },
  { id: 'shortcuts', icon: Keyboard },
] as const

/** What is mine in every business: who I am, how I sign in, how it looks. */
export function MePage() {
  return (
    <SignedIn>
      <Sections />
    </SignedIn>
  )
}

function Sections() {
  const { t } = useTranslation('me')
  const { section } = route.useParams()
  const { businesses } = useMe()
  const before = businesses.find(({ slug }) => slug === businessBefore()) ?? businesses[0]
  const row = useInSight(section)
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex max-w-3xl flex-col gap-6 p-4 md:p-8">
        <header className="flex items-center gap-3">
          <Button kind="ghost" size="icon" asChild>
            <Link to={before ? (`/app/${before.slug}/home` as string) : '/app'} aria-label={t('back')}>
              <ArrowLeft aria-hidden className="rtl:-scale-x-100" />
            </Link>
          </Button>
          <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        </header>
        <nav ref={row} aria-label={t('title')} className="flex gap-1 overflow-x-auto border-b [scrollbar-width:none]">
          {sections.map(({ id, icon: Icon }) => (
            <Link
              key={id}
              to="/app/me/$section"
              params={{ section: id }}
              aria-current={id === section ? 'page' : undefined}
              className={cn(
                '-mb-px flex min-h-10 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-muted hover:text-text',
                id === section && 'border-primary text-text',
              )}
            >
              <Icon aria-hidden className="size-4" />
              {t(`section.${id}`)}
            </Link>
          ))}
        </nav>
        <main id="content" className="flex flex-col gap-4">
          {section === 'security' ? (
            <Security />
          ) : section === 'notifications' ? (
            <Notices />
          ) : section === 'appearance' ? (
            <Appearance />
          ) : section === 'shortcuts' ? (
            <Shortcuts />
          ) : (
            <ProfileForm />
          )}
        </main>
      </div>
    </div>
  )
}

function Appearance() {
  const { t, language } = useTranslation('me')
  const { chosen } = useTheme()
  return (
    <Card className="divide-y">
      <div className="flex flex-wrap items-center justify-between gap-3 p-4">
        <span className="font-medium">{t('appearance.theme')}</span>
        <Segmented<Theme>
          label={t('appearance.theme')}
          value={chosen}
          onChange={chooseTheme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`appearance.${value}`) }))}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 p-4">
        <span className="font-medium">{t('appearance.language')}</span>
        <Segmented<Locale>
          label={t('appearance.language')}
          value={language as Locale}
          onChange={(locale) => void chooseLocale(locale)}
          options={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
        />
      </div>
    </Card>
  )
}
