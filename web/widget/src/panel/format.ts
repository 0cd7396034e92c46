/**
 * Messages as plain data: what the panel may show is what is here, so no text can ever become markup. Understands
 * paragraphs, line breaks, lists, **bold**, *italic*, `code` and links.
 */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'bold'; children: Inline[] }
  | { type: 'italic'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; text: string }

export type Block = { type: 'paragraph'; lines: Inline[][] } | { type: 'list'; ordered: boolean; items: Inline[][] }

const ITEM = /^\s*(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/

export function format(text: string): Block[] {
  const blocks: Block[] = []
  let last: Block | undefined
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const item = ITEM.exec(line)
    if (item) {
      const ordered = item[2] !== undefined
      if (last?.type !== 'list' || last.ordered !== ordered) blocks.push((last = { type: 'list', ordered, items: [] }))
      last.items.push(inline(item[3] ?? ''))
    } else if (line.trim() === '') {
      last = undefined
    } else {
      if (last?.type !== 'paragraph') blocks.push((last = { type: 'paragraph', lines: [] }))
      last.lines.push(inline(line))
    }
  }
  return blocks
}

// every length is bounded, so that no text can keep the matching busy
const INLINE = new RegExp(
  [
    '`([^`\\n]{1,300})`',
    '\\*\\*(?=\\S)([^\\n]{1,300}?)(?<=\\S)\\*\\*',
    '(?<![\\w*])[*_](?=\\S)([^*_\\n]{1,300}?)(?<=\\S)[*_](?![\\w*])',
    '\\[([^\\[\\]\\n]{1,200})\\]\\(([^()\\s]{1,1000})\\)',
    '((?:https?:\\/\\/|www\\.)[^\\s<>"\']{1,1000})',
    '(?<![\\w.+-])([\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5})',
  ].join('|'),
  'gu',
)

function inline(text: string): Inline[] {
  const found: Inline[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, bold, italic, label, target, address, mail] = match
    let next: Inline = { type: 'text', text: whole }
    let length = whole.length
    if (code) next = { type: 'code', text: code }
    else if (bold) next = { type: 'bold', children: inline(bold) }
    else if (italic) next = { type: 'italic', children: inline(italic) }
    else if (label && target) next = link(target, label) ?? next
    else if (address) {
      // a full stop after an address ends the sentence, not the address
      const clean = address.replace(/[.,;:!?)\]]+$/, '')
      length = clean.length
      next = link(clean.startsWith('www.') ? `https://${clean}` : clean, clean) ?? { type: 'text', text: clean }
    } else if (mail) next = { type: 'link', href: `mailto:${mail}`, text: mail }
    if (match.index > from) push(found, { type: 'text', text: text.slice(from, match.index) })
    push(found, next)
    from = match.index + length
  }
  if (from < text.length) push(found, { type: 'text', text: text.slice(from) })
  return found
}

function push(found: Inline[], next: Inline) {
  const last = found.at(-1)
  if (last?.type === 'text' && next.type === 'text') last.text += next.text
  else found.push(next)
}

function link(target: string, text: string): Inline | undefined {
  return /^(https?:\/\/|mailto:|tel:)/i.test(target) ? { type: 'link', href: target, text } : undefined
}
