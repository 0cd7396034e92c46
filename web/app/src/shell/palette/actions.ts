import {
  AlarmClock,
  Archive,
  Building2,
  CalendarDays,
  CalendarPlus,
  Hand,
  Keyboard,
  LogOut,
  MailOpen,
  Moon,
  PanelLeft,
  PanelRight,
  Pause,
  Plus,
  Reply,
  Search,
  Send,
  Sparkles,
  StickyNote,
  Sun,
  Tags,
  Undo2,
  UserPlus,
  UserRound,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCan, useMe } from '@/api/queries'
import { catalogue, type KeyGroup, type KeyId } from '../keys/catalogue'
import { runKey, useLiveKeys } from '../keys'
import { nav } from '../nav'
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

const icons: Partial<Record<KeyId, LucideIcon>> = {
  sheet: Keyboard,
  search: Search,
  new: Plus,
  undo: Undo2,
  rail: PanelLeft,
  panel: PanelRight,
  'conversation.reply': Reply,
  'conversation.note': StickyNote,
  'conversation.close': Archive,
  'conversation.snooze': AlarmClock,
  'conversation.assign': UserRound,
  'conversation.assignMe': UserRoundPlus,
  'conversation.label': Tags,
  'conversation.unread': MailOpen,
  'conversation.takeOver': Hand,
  'conversation.pause': Pause,
  'conversation.send': Send,
  'conversation.sendAndClose': Send,
  'conversation.useDraft': Sparkles,
  'calendar.new': CalendarPlus,
  'calendar.today': CalendarDays,
  'calendar.day': CalendarDays,
  'calendar.week': CalendarDays,
  'calendar.agenda': CalendarDays,
}
const iconOf = (id: KeyId) => nav.find(({ go }) => go === id)?.icon ?? icons[id]

/** What can be done here and now: the screen's keys first, then what is possible everywhere. */
export function useActions(onBook: () => void): Action[] {
  const { t } = useTranslation(['palette', 'keys'])
  const live = useLiveKeys()
  const { now } = useTheme()
  const { tenant, businesses } = useMe()
  const mayBook = useCan('calendar.change')
  const mayAdd = useCan('contacts.all')
  const mayInvite = useSettingsPages().includes('team')
  const go = useOpen()
  const signOut = useSignOut()

  const keyed = (wanted: (group: KeyGroup) => boolean): Action[] =>
    live
      .filter((id) => !unlisted.includes(id) && !/^(list|calendar)\.(next|previous|up|down|open)/.test(id))
      .filter((id) => wanted(catalogue[id].group))
      .map((id) => ({ id, label: t(`keys:action.${id}`), keys: id, icon: iconOf(id), run: () => runKey(id) }))
  return [
    // what belongs to the screen, what begins something, where one can go; what helps about comes after
    ...keyed((group) => group !== 'go' && group !== 'everywhere'),
    mayBook && {
      id: 'book',
      label: t('action.book'),
      words: t('words.book'),
      icon: CalendarPlus,
      run: onBook,
    },
    mayAdd && {
      id: 'contact',
      label: t('action.contact'),
      words: t('words.contact'),
      icon: UserPlus,
      run: () => go(`/app/${tenant.slug}/contacts?edit=new`),
    },
    mayInvite && {
      id: 'invite',
      label: t('action.invite'),
      words: t('words.invite'),
      icon: UserPlus,
      run: () => go(`/app/${tenant.slug}/settings/team`),
    },
    ...keyed((group) => group === 'go'),
    ...keyed((group) => group === 'everywhere'),
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
    {
      id: 'addBusiness',
      label: t('action.addBusiness'),
      words: t('words.addBusiness'),
      icon: Building2,
      run: () => go('/app/me/new-business'),
    },
    { id: 'signOut', label: t('action.signOut'), words: t('words.signOut'), icon: LogOut, run: () => void signOut() },
  ].filter((action) => action !== false)
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
    ...(['profile', 'security', 'notifications', 'appearance', 'shortcuts'] as const).map((id) =>
      page(`/app/me/${id}`, `${t('title.me')}: ${t(`palette:me.${id}`)}`),
    ),
  ]
}
