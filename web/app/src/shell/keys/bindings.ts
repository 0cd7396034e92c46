/** What a binding says and which press of a keyboard it means: plain functions. */

export interface Press {
  mod: boolean
  shift: boolean
  alt: boolean
  /** a letter or digit of the US layout, a sign, or a name as `Enter` */
  key: string
}

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'
>

/** `g i` → two presses, `$mod+Shift+Enter` → one. */
export function parse(binding: string): Press[] {
  return binding.split(' ').map((press) => {
    const parts = press.split('+')
    const key = parts.pop() || '+'
    return {
      mod: parts.includes('$mod'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
      key: key.length === 1 ? key.toLowerCase() : key,
    }
  })
}

const apple = /Mac|iPhone|iPad/.test(navigator.platform)

/** Where a sign stands on the US layout, for keyboards on which it needs more than one finger. */
const places: Record<string, { code: string; shift: boolean }> = {
  '/': { code: 'Slash', shift: false },
  '?': { code: 'Slash', shift: true },
  '[': { code: 'BracketLeft', shift: false },
  ']': { code: 'BracketRight', shift: false },
}

/** The physical key of a letter or digit, on any layout. */
function codeOf(key: string): string | undefined {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`
  return /^\d$/.test(key) ? `Digit${key}` : undefined
}

/**
 * Whether an event is this press. Letters alone are physical keys, so that they stay under the same finger on every
 * layout; with Ctrl or ⌘ they are what is printed on them, as everywhere else. `loose` takes a sign by its place too.
 */
export function matches(event: KeyPress, press: Press, loose: boolean): boolean {
  const altGraph = event.getModifierState('AltGraph')
  const mod = apple ? event.metaKey : event.ctrlKey
  const other = apple ? event.ctrlKey : event.metaKey
  if (!altGraph && (mod !== press.mod || other || event.altKey !== press.alt)) return false
  const code = codeOf(press.key)
  if (code) {
    if (altGraph || event.shiftKey !== press.shift) return false
    if (press.mod && /^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase() === press.key
    return event.code === code
  }
  if (press.key.length > 1) return event.key === press.key && event.shiftKey === press.shift
  if (event.key === press.key) return true
  const place = loose ? places[press.key] : undefined
  return !!place && event.code === place.code && event.shiftKey === place.shift
}

const modifiers = /^(Shift|Control|Alt|Meta|AltGraph|CapsLock|Dead|Process|Unidentified)$/

/** What somebody pressed, written as a binding; nothing for a modifier alone. */
export function written(event: KeyPress): string | undefined {
  if (modifiers.test(event.key)) return undefined
  const plain = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]?.toLowerCase()
  const mod = apple ? event.metaKey : event.ctrlKey
  const letter = mod && /^[a-z0-9]$/i.test(event.key) ? event.key.toLowerCase() : plain
  const key = letter ?? (event.key === ' ' ? 'Space' : event.key)
  // a sign already says whether Shift made it
  const shift = event.shiftKey && (letter !== undefined || key.length > 1)
  return [mod && '$mod', event.altKey && !event.getModifierState('AltGraph') && 'Alt', shift && 'Shift', key]
    .filter(Boolean)
    .join('+')
}

/** Single letters and signs: what can be switched off as a whole. */
export function isSingle(binding: string): boolean {
  return parse(binding).every(({ mod, alt, key }) => !mod && !alt && key.length === 1)
}

/** Two bindings that cannot both be heard: the same, or one begins the other. */
export function collide(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return long === short || long.startsWith(`${short} `)
}

const names: Record<string, string> = {
  $mod: apple ? '⌘' : 'Ctrl',
  Shift: '⇧',
  Alt: apple ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/** What stands on the keys: `$mod+Enter` → ⌘ ↵ or Ctrl ↵. `printed` knows the layout in use, where browsers tell. */
export function keyCaps(binding: string, printed?: ReadonlyMap<string, string>): string[] {
  return binding.split(' ').flatMap((press) => {
    const parts = press === '+' ? ['+'] : press.split('+')
    return parts.map((part) => {
      const code = parts.includes('$mod') ? undefined : codeOf(part.toLowerCase())
      return names[part] ?? ((code && printed?.get(code)) || part).toUpperCase()
    })
  })
}
