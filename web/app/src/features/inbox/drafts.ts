/**
 * What was begun and not sent. It is kept in this browser with every key, so that nothing is lost without a network,
 * and a moment later on the server, so that it is there on every device.
 */

export type DraftKind = 'reply' | 'note'

interface Draft {
  text: string
  /** the server's, when they were last the same; 0 when they never were */
  version: number
  /** the server does not have it yet */
  ahead: boolean
  /** the assistant's draft it was made of, as long as anything of it is left */
  of?: string
}

const name = (business: string, conversation: string, kind: DraftKind) => `fd-draft:${business}:${conversation}:${kind}`

// storage may be blocked: then drafts live as long as the page
const kept = new Map<string, Draft>()

function read(id: string): Draft | undefined {
  try {
    const stored = localStorage.getItem(id)
    return stored ? (JSON.parse(stored) as Draft) : kept.get(id)
  } catch {
    return kept.get(id)
  }
}

function write(id: string, draft: Draft) {
  kept.set(id, draft)
  try {
    localStorage.setItem(id, JSON.stringify(draft))
  } catch {
    // as above
  }
}

/** Undefined when this browser knows nothing of one. */
export function readDraft(business: string, conversation: string, kind: DraftKind): string | undefined {
  return read(name(business, conversation, kind))?.text
}

export function writeDraft(
  business: string,
  conversation: string,
  kind: DraftKind,
  text: string,
  /** of another draft of the assistant than before, or of none */
  made?: { of: string | undefined },
): void {
  const id = name(business, conversation, kind)
  const known = read(id)
  const of = made ? made.of : known?.of
  write(id, { text, version: known?.version ?? 0, ahead: true, of: text ? of : undefined })
}

/** The draft of the assistant that the reply begun here was made of, whatever has been changed in it. */
export function madeOf(business: string, conversation: string): string | undefined {
  return read(name(business, conversation, 'reply'))?.of
}

type Box = (text: string, made?: { of: string | undefined }) => void

const boxes = new Map<string, Box>()

/** Whoever shows a draft takes what is put into it; answers how to end that. */
export function showsDraft(business: string, conversation: string, kind: DraftKind, box: Box): () => void {
  const id = name(business, conversation, kind)
  boxes.set(id, box)
  return () => {
    if (boxes.get(id) === box) boxes.delete(id)
  }
}

/** What was refused stands where it was written again, before what has been begun there since. */
export function giveBack(business: string, conversation: string, kind: DraftKind, text: string, of?: string): void {
  const id = name(business, conversation, kind)
  const begun = read(id)?.text ?? ''
  // a file alone
  if (!text) return
  const [words, made] = begun.trim() ? [`${text}\n${begun}`] : [text, { of }]
  const box = boxes.get(id)
  if (box) box(words, made)
  else writeDraft(business, conversation, kind, words, made)
}

/** Behind what has been begun in the reply. */
export function addToReply(business: string, conversation: string, text: string): void {
  const id = name(business, conversation, 'reply')
  const begun = read(id)?.text ?? ''
  const words = /\S$/.test(begun) ? `${begun} ${text}` : begun + text
  const box = boxes.get(id)
  if (box) box(words)
  else writeDraft(business, conversation, 'reply', words)
}

const watchers = new Set<() => void>()

/** Tells whenever the server has a text; not with every key. */
export function watchDrafts(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The server has this text in this version; what was written meanwhile stays ahead. */
export function draftKept(
  business: string,
  conversation: string,
  kind: DraftKind,
  text: string,
  version: number,
): void {
  const id = name(business, conversation, kind)
  const known = read(id)
  write(id, { text: known?.text ?? text, version, ahead: known !== undefined && known.text !== text, of: known?.of })
  watchers.forEach((watcher) => watcher())
}

/** What to do about the server's draft: take it over, send ours, or nothing. */
export function compareDraft(
  business: string,
  conversation: string,
  kind: DraftKind,
  theirs: { text: string; version: number } | undefined,
): 'take' | 'send' | 'same' {
  const ours = read(name(business, conversation, kind))
  if (ours?.ahead) return ours.text === (theirs?.text ?? '') ? 'same' : 'send'
  return theirs && theirs.version > (ours?.version ?? 0) ? 'take' : 'same'
}
