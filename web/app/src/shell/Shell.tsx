import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { countAgain, key, useMe } from '@/api/queries'
import { SignedIn } from '@/api/SignedIn'
import type { Channel } from '@/api/types'
import { lazyWithTexts } from '@/i18n/lazyWithTexts'
import { ConnectionBar } from '@/live/ConnectionBar'
import { connect, useLive } from '@/live/live'
import { undo } from '@/ui/toast'
import { forgetUndo } from '@/ui/undo'
import { AssistantOffBar } from './AssistantSwitch'
import { BottomBar } from './BottomBar'
import { useKeys, type Keys } from './keys'
import { useKeptKeys } from './keys/keep'
import { useNotices } from './notices'
import { Rail, useNav } from './Rail'
import { ReleaseNotice } from './ReleaseNotice'
import { TopBar } from './TopBar'
import { useNarrowRail } from './useNarrowRail'
import { useRights } from './useRights'
import { ViewAsBar } from './ViewAsBar'

const Palette = lazyWithTexts(() => import('./palette/Palette').then(({ Palette }) => Palette), 'palette', 'keys')
const KeysSheet = lazyWithTexts(() => import('./keys/KeysSheet').then(({ KeysSheet }) => KeysSheet), 'keys')
const BookingSheet = lazyWithTexts(
  () => import('@/parts/booking/BookingSheet').then(({ BookingSheet }) => BookingSheet),
  'booking',
)

/** What lies over the screens; each is fetched when it is first wanted. */
type Over = 'palette' | 'keys' | 'booking'

/** What stands around every screen of one business. */
export function Shell() {
  return (
    <SignedIn>
      <Frame />
    </SignedIn>
  )
}

function Frame() {
  const { t } = useTranslation('shell')
  const { tenant } = useMe()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const items = useNav()
  const [narrow, toggleRail] = useNarrowRail()
  const [over, setOver] = useState<Over>()
  const [wanted, setWanted] = useState<readonly Over[]>([])
  const show = (part: Over | undefined) => {
    setOver(part)
    if (part) setWanted((known) => (known.includes(part) ? known : [...known, part]))
  }
  const held = (part: Over) => ({
    open: over === part,
    // a part that closes late must not close the one that took its place
    onOpenChange: (open: boolean) => (open ? show(part) : setOver((now) => (now === part ? undefined : now))),
  })

  useEffect(() => connect(tenant.slug, cache), [tenant.slug, cache])
  useEffect(() => forgetUndo, [tenant.slug])
  useEffect(() => {
    // who opens it types at once: it must be there
    const timer = setTimeout(() => void Palette.ahead().catch(() => undefined), 2000)
    return () => clearTimeout(timer)
  }, [])
  useNotices()
  useKeptKeys()
  useRights()
  useLive('counts.changed', () => countAgain(cache))
  useLive('contact.changed', ({ contactId }) => {
    for (const shown of [key('contact', contactId), key('contacts'), key('contacts-like')]) {
      void cache.invalidateQueries({ queryKey: shown })
    }
  })
  useLive('channel.health', ({ channel }) => {
    cache.setQueryData<Channel[]>(key('channels'), (known) =>
      known?.map((each) => (each.id === channel.id ? { ...each, ...channel } : each)),
    )
    // what waits on it and when it last sent
    void cache.invalidateQueries({ queryKey: key('channels') })
  })

  const openPalette = () => show('palette')
  useKeys({
    palette: openPalette,
    search: openPalette,
    sheet: () => show('keys'),
    undo,
    rail: toggleRail,
    ...Object.fromEntries(
      items.flatMap(({ go, path }) =>
        go ? [[go, () => void navigate({ to: `/app/${tenant.slug}/${path}` as string })]] : [],
      ),
    ),
  } satisfies Keys)

  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-primary px-4 py-2 text-on-primary focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
      >
        {t('skip')}
      </a>
      <div className="flex min-h-0 flex-1">
        <Rail narrow={narrow} onKeys={() => show('keys')} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar onRail={toggleRail} onSearch={openPalette} />
          <ViewAsBar />
          <ConnectionBar />
          <ReleaseNotice />
          <AssistantOffBar />
          <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-hidden outline-none">
            <Outlet />
          </main>
          <BottomBar />
        </div>
      </div>
      <Suspense>
        {wanted.includes('palette') && <Palette {...held('palette')} onBook={() => show('booking')} />}
        {wanted.includes('keys') && <KeysSheet {...held('keys')} />}
        {wanted.includes('booking') && <BookingSheet {...held('booking')} initial={{}} />}
      </Suspense>
    </div>
  )
}
