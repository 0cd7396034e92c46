/** Every key there is: what it is bound to until somebody changes it, and where in the lists it stands. */

export interface KeyEntry {
  /** presses in a row: `n`, `g i`, `$mod+Enter`, `Shift+a`, `?` */
  keys: string
  group: KeyGroup
  /** also while typing; only for keys with a modifier, and Escape */
  whileTyping?: boolean
  /** part of how lists and dialogs work everywhere, and not to be changed */
  fixed?: boolean
}

export const groups = ['everywhere', 'go', 'list', 'conversation', 'calendar'] as const
export type KeyGroup = (typeof groups)[number]

const entries = {
  palette: { keys: '$mod+k', group: 'everywhere', whileTyping: true },
  sheet: { keys: '?', group: 'everywhere' },
  search: { keys: '/', group: 'everywhere' },
  new: { keys: 'n', group: 'everywhere' },
  undo: { keys: '$mod+z', group: 'everywhere' },
  rail: { keys: '[', group: 'everywhere' },
  panel: { keys: ']', group: 'everywhere' },
  close: { keys: 'Escape', group: 'everywhere', whileTyping: true, fixed: true },

  'go.home': { keys: 'g h', group: 'go' },
  'go.inbox': { keys: 'g i', group: 'go' },
  'go.calendar': { keys: 'g c', group: 'go' },
  'go.orders': { keys: 'g o', group: 'go' },
  'go.contacts': { keys: 'g p', group: 'go' },
  'go.money': { keys: 'g m', group: 'go' },
  'go.knowledge': { keys: 'g k', group: 'go' },
  'go.assistant': { keys: 'g a', group: 'go' },
  'go.reports': { keys: 'g r', group: 'go' },
  'go.team': { keys: 'g t', group: 'go' },
  'go.settings': { keys: 'g s', group: 'go' },

  'list.next': { keys: 'j', group: 'list' },
  'list.previous': { keys: 'k', group: 'list' },
  'list.open': { keys: 'Enter', group: 'list', fixed: true },
  'list.select': { keys: 'x', group: 'list' },
  'list.selectRange': { keys: 'Shift+x', group: 'list' },

  'conversation.reply': { keys: 'r', group: 'conversation' },
  'conversation.note': { keys: 'n', group: 'conversation' },
  'conversation.close': { keys: 'e', group: 'conversation' },
  'conversation.snooze': { keys: 's', group: 'conversation' },
  'conversation.assign': { keys: 'a', group: 'conversation' },
  'conversation.assignMe': { keys: 'Shift+a', group: 'conversation' },
  'conversation.label': { keys: 'l', group: 'conversation' },
  'conversation.unread': { keys: 'u', group: 'conversation' },
  'conversation.takeOver': { keys: 't', group: 'conversation' },
  'conversation.pause': { keys: 'p', group: 'conversation' },
  'conversation.send': { keys: '$mod+Enter', group: 'conversation', whileTyping: true },
  'conversation.sendAndClose': { keys: '$mod+Shift+Enter', group: 'conversation', whileTyping: true },
  'conversation.useDraft': { keys: '$mod+j', group: 'conversation', whileTyping: true },
  'conversation.stop': { keys: 'Escape', group: 'conversation', whileTyping: true, fixed: true },

  'calendar.new': { keys: 'n', group: 'calendar' },
  'calendar.today': { keys: 't', group: 'calendar' },
  'calendar.day': { keys: 'd', group: 'calendar' },
  'calendar.week': { keys: 'w', group: 'calendar' },
  'calendar.agenda': { keys: 'a', group: 'calendar' },
  'calendar.previous': { keys: 'ArrowLeft', group: 'calendar', fixed: true },
  'calendar.next': { keys: 'ArrowRight', group: 'calendar', fixed: true },
  'calendar.up': { keys: 'ArrowUp', group: 'calendar', fixed: true },
  'calendar.down': { keys: 'ArrowDown', group: 'calendar', fixed: true },
  'calendar.move': { keys: 'm', group: 'calendar' },
} satisfies Record<string, KeyEntry>

export type KeyId = keyof typeof entries

export const catalogue: Record<KeyId, KeyEntry> = entries
export const keyIds = Object.keys(entries) as KeyId[]

export function isKeyId(id: string): id is KeyId {
  return id in entries
}
