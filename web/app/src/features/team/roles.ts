import type { Role } from '@/api/viewAs'

export const roles: Role[] = ['owner', 'manager', 'operator', 'order_manager', 'accountant']

/** Owners are made and changed by owners. */
export const rolesGivenBy = (mine: string): Role[] => roles.filter((role) => role !== 'owner' || mine === 'owner')

export type Reach = 'full' | 'part' | 'none'

/** What each role reaches, in the order of `roles`; as the server decides it. */
export const reach: { area: string; by: Reach[] }[] = [
  { area: 'inbox', by: ['full', 'full', 'full', 'part', 'none'] },
  { area: 'calendar', by: ['full', 'full', 'full', 'part', 'none'] },
  { area: 'contacts', by: ['full', 'full', 'full', 'part', 'part'] },
  { area: 'services', by: ['full', 'full', 'none', 'none', 'none'] },
  { area: 'channels', by: ['full', 'full', 'part', 'none', 'none'] },
  { area: 'team', by: ['full', 'part', 'none', 'none', 'none'] },
]
