import type { Me } from './types'

/** Looking with the eyes of another role: in this tab, for one business, until it is stopped. */

export type Role = Me['businesses'][number]['role']

const key = 'fd-view-as'

export function viewedRole(business: string | undefined): Role | undefined {
  try {
    const [slug, role] = (sessionStorage.getItem(key) ?? '').split(' ')
    return slug && slug === business ? (role as Role) : undefined
  } catch {
    return undefined
  }
}

/** Begins anew at the start page: nothing of the other role may stay on screen. */
export function viewAs(business: string, role: Role | undefined): void {
  try {
    if (role) sessionStorage.setItem(key, `${business} ${role}`)
    else sessionStorage.removeItem(key)
  } catch {
    // storage is blocked: there is no looking as somebody else
  }
  location.assign(`/app/${business}/${role ? 'home' : 'settings/team'}`)
}
