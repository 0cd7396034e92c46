/** What comes up over the screen in this browser, and when, and whether it sounds; the bell keeps all of it. */

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

const silentPlace = 'fd-silent-notices'
const soundPlace = 'fd-notice-sound'
const quietPlace = 'fd-quiet-hours'

export function silentKinds(): string[] {
  return read(silentPlace).split(' ').filter(Boolean)
}

export function setSilent(kind: NoticeKind, silent: boolean): void {
  const others = silentKinds().filter((known) => known !== kind)
  keep(silentPlace, (silent ? [...others, kind] : others).join(' '))
}

export const comesUp = (type: string): boolean => !silentKinds().includes(kindOf[type] ?? '')

export const sounds = (): boolean => read(soundPlace) === 'on'

export const setSounds = (on: boolean): void => keep(soundPlace, on ? 'on' : '')

/** From one time of the day to another, as "20:00" on the clock of who looks; over midnight when it ends earlier. */
export interface QuietHours {
  from: string
  to: string
}

export function quietHours(): QuietHours | undefined {
  const [from, to] = read(quietPlace).split(' ')
  return from && to ? { from, to } : undefined
}

export const setQuietHours = (hours: QuietHours | undefined): void =>
  keep(quietPlace, hours ? `${hours.from} ${hours.to}` : '')

export function isQuiet(hours: QuietHours | undefined, now: Date): boolean {
  if (!hours) return false
  const { from, to } = hours
  const time = [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
  return from < to ? from <= time && time < to : from <= time || time < to
}

function read(place: string): string {
  try {
    return localStorage.getItem(place) ?? ''
  } catch {
    return ''
  }
}

function keep(place: string, value: string): void {
  try {
    localStorage.setItem(place, value)
  } catch {
    // storage is blocked: everything comes up, in silence
  }
}
