import { Building2, CalendarPlus, LogOut, Moon, Sun, UserPlus, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCan, useMe } from '@/api/queries'
import { catalogue, type KeyId } from '../keys/catalogue'
import { runKey, useLiveKeys } from '../keys'
import { useNav } from '../Rail'
import { useSettingsPages } from '../SettingsLayout'
import { useSignOut } from '../signOut'
import { chooseTheme, useTheme } from '../theme'
import type { Recent } from './recent'
import { useOpen } from './useOpen'

export interface Action {
  id: string
  label: string
  /** other words for it */
  words?: string
  keys?: KeyId
  icon?: LucideIcon
  run: () => void
}

/** Moving about and opening the palette itself need no palette. */
const unlisted: readonly KeyId[] = ['palette', 'close', 'conversation.stop']

/** What can be done here and now: the screen's keys first, then what is possible everywhere. */
export function useActions(onBook: () => void): Action[] {
  const { t } = useTranslation(['palette', 'keys'])
  const live = useLiveKeys()
  const { now } = useTheme()
  const { tenant, businesses } = useMe()
  const mayBook = useCan('calendar.change')
  const mayInvite = useSettingsPages().includes('team')
  const go = useOpen()
  const signOut = useSignOut()

  const keyed = live
    .filter((id) => !unlisted.includes(id) && !/^(list|calendar)\.(next|previous|up|down|open)/.test(id))
    // what belongs to the screen stands before what is everywhere
    .sort((a, b) => rank(a) - rank(b))
    .map((id) => ({ id, label: t(`keys:action.${id}`), keys: id, run: () => runKey(id) }))
  return [
    ...keyed,
    mayBook && {
      id: 'book',
      label: t('action.book'),
      words: t('words.book'),
      icon: CalendarPlus,
      run: onBook,
    },
    mayInvite && {
      id: 'invite',
      label: t('action.invite'),
      words: t('words.invite'),
      icon: UserPlus,
      run: () => go(`/app/${tenant.slug}/settings/team`),
    },
    {
      id: 'theme',
      label: t(now === 'dark' ? 'action.light' : 'action.dark'),
      words: t('words.theme'),
      icon: now === 'dark' ? Sun : Moon,
      run: () => chooseTheme(now === 'dark' ? 'light' : 'dark'),
    },
    ...businesses
      .filter(({ slug }) => slug !== tenant.slug)
      .map(({ slug, name }) => ({
        id: `switch ${slug}`,
        label: t('action.switch', { name }),
        icon: Building2,
        // another business is another page: nothing of this one stays in memory
        run: () => location.assign(`/app/${slug}/home`),
      })),
    { id: 'signOut', label: t('action.signOut'), words: t('words.signOut'), icon: LogOut, run: () => void signOut() },
  ].filter((action) => action !== false)
}

function rank(id: KeyId): number {
  const { group } = catalogue[id]
  return group === 'go' ? 2 : group === 'everywhere' ? 1 : 0
}

/** Every page there is for this member. */
export function usePages(): Recent[] {
  const { t } = useTranslation(['shell', 'palette'])
  const { slug } = useMe().tenant
  const nav = useNav()
  const settings = useSettingsPages()
  const page = (to: string, label: string): Recent => ({ kind: 'page', id: to, label, to })
  return [
    ...nav.map(({ id, path }) => page(`/app/${slug}/${path}`, t(`nav.${id}`))),
    ...settings.map((id) => page(`/app/${slug}/settings/${id}`, `${t('nav.settings')}: ${t(`settings.${id}`)}`)),
    ...(['profile', 'security', 'appearance', 'shortcuts'] as const).map((id) =>
      page(`/app/me/${id}`, `${t('title.me')}: ${t(`palette:me.${id}`)}`),
    ),
  ]
}
