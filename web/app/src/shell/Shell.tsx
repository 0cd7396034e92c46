import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { key, useMe } from '@/api/queries'
import type { Channel } from '@/api/types'
import { ConnectionBar } from '@/live/ConnectionBar'
import { connect, useLive } from '@/live/live'
import { BottomBar } from './BottomBar'
import { useKeys } from './keys'
import { useNotices } from './notices'
import { KeysSheet } from './KeysSheet'
import { Rail, useNav } from './Rail'
import { TopBar } from './TopBar'

/** What stands around every screen of one business. */
export function Shell() {
  const { t } = useTranslation('shell')
  const { tenant } = useMe()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const items = useNav()
  const [narrow, setNarrow] = useState(false)
  const [keysOpen, setKeysOpen] = useState(false)

  useEffect(() => connect(tenant.slug, cache), [tenant.slug, cache])
  useNotices()
  useLive('counts.changed', () => void cache.invalidateQueries({ queryKey: key('counts') }))
  useLive('channel.health', ({ channel }) =>
    cache.setQueryData<Channel[]>(key('channels'), (known) =>
      known?.map((each) => (each.id === channel.id ? { ...each, ...channel } : each)),
    ),
  )

  useKeys([
    { keys: 'Shift+?', label: t('keys.sheet'), group: t('keys.everywhere'), run: () => setKeysOpen(true) },
    { keys: '[', label: t('rail.toggle'), group: t('keys.everywhere'), run: () => setNarrow((now) => !now) },
    ...items.flatMap(({ letter, id, path }) =>
      letter
        ? [
            {
              keys: `g ${letter}`,
              label: t('keys.goTo', { place: t(`nav.${id}`) }),
              group: t('keys.everywhere'),
              run: () => void navigate({ to: `/app/${tenant.slug}/${path}` as string }),
            },
          ]
        : [],
    ),
  ])

  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-primary px-4 py-2 text-on-primary focus:not-sr-only focus:absolute focus:start-2 focus:top-2"
      >
        {t('skip')}
      </a>
      <div className="flex min-h-0 flex-1">
        <Rail narrow={narrow} onKeys={() => setKeysOpen(true)} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar onRail={() => setNarrow((now) => !now)} />
          <ConnectionBar />
          <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-hidden outline-none">
            <Outlet />
          </main>
          <BottomBar />
        </div>
      </div>
      <KeysSheet open={keysOpen} onOpenChange={setKeysOpen} />
    </div>
  )
}
