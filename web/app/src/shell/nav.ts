import { CalendarDays, House, Inbox, MessageSquareText, Settings, Users, type LucideIcon } from 'lucide-react'
import type { Permission } from '@/api/types'
import type { KeyId } from './keys'

export interface NavItem {
  id: 'home' | 'inbox' | 'calendar' | 'contacts' | 'try' | 'settings'
  icon: LucideIcon
  /** below `/app/$biz` */
  path: string
  /** what the address begins with while the item is current */
  section: string
  /** absent from the menu without it */
  permission?: Permission
  /** the key that goes there */
  go?: KeyId
  group: 'main' | 'business'
}

export const nav: NavItem[] = [
  { id: 'home', icon: House, path: 'home', section: 'home', go: 'go.home', group: 'main' },
  {
    id: 'inbox',
    icon: Inbox,
    path: 'inbox/attention',
    section: 'inbox',
    go: 'go.inbox',
    permission: 'inbox.see',
    group: 'main',
  },
  {
    id: 'calendar',
    icon: CalendarDays,
    path: 'calendar',
    section: 'calendar',
    go: 'go.calendar',
    permission: 'calendar.see',
    group: 'main',
  },
  {
    id: 'contacts',
    icon: Users,
    path: 'contacts',
    section: 'contacts',
    go: 'go.contacts',
    permission: 'contacts.see',
    group: 'main',
  },
  { id: 'try', icon: MessageSquareText, path: 'try', section: 'try', permission: 'inbox.all', group: 'business' },
  {
    id: 'settings',
    icon: Settings,
    path: 'settings/services',
    section: 'settings',
    go: 'go.settings',
    permission: 'services.change',
    group: 'business',
  },
]
