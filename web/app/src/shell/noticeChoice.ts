/** Which kinds of notices come up over the screen in this browser; the bell keeps all of them. */

export const noticeKinds = ['handoffs', 'assigned', 'mentions', 'failed', 'channels'] as const
export type NoticeKind = (typeof noticeKinds)[number]

const kindOf: Record<string, NoticeKind> = {
  handoff: 'handoffs',
  'handoff-waiting': 'handoffs',
  assigned: 'assigned',
  mention: 'mentions',
  'message-failed': 'failed',
  'channel-down': 'channels',
}

const place = 'fd-silent-notices'

export function silentKinds(): string[] {
  try {
    return (localStorage.getItem(place) ?? '').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

export function setSilent(kind: NoticeKind, silent: boolean): void {
  const others = silentKinds().filter((known) => known !== kind)
  try {
    localStorage.setItem(place, (silent ? [...others, kind] : others).join(' '))
  } catch {
    // storage is blocked: everything comes up
  }
}

export const comesUp = (type: string): boolean => !silentKinds().includes(kindOf[type] ?? '')
