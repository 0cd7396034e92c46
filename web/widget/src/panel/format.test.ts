import { expect, test } from 'vitest'
import { format } from './format'

const inline = (text: string) => {
  const [block] = format(text)
  return block?.type === 'paragraph' ? block.lines[0] : undefined
}

test('leaves script text as text', () => {
  expect(inline('<script>alert(1)</script><img src=x onerror=alert(1)>')).toEqual([
    { type: 'text', text: '<script>alert(1)</script><img src=x onerror=alert(1)>' },
  ])
})

test('makes no link of an address that could run something', () => {
  expect(inline('[open](javascript:alert) data:text/html,x')).toEqual([
    { type: 'text', text: '[open](javascript:alert) data:text/html,x' },
  ])
})

test('finds links and leaves the full stop to the sentence', () => {
  expect(inline('See https://example.com/a?b=1. Or write to a@b.it')).toEqual([
    { type: 'text', text: 'See ' },
    { type: 'link', href: 'https://example.com/a?b=1', text: 'https://example.com/a?b=1' },
    { type: 'text', text: '. Or write to ' },
    { type: 'link', href: 'mailto:a@b.it', text: 'a@b.it' },
  ])
})

test('reads emphasis but not a price with stars or a snake_case word', () => {
  expect(inline('**Domani** alle *dieci*')).toEqual([
    { type: 'bold', children: [{ type: 'text', text: 'Domani' }] },
    { type: 'text', text: ' alle ' },
    { type: 'italic', children: [{ type: 'text', text: 'dieci' }] },
  ])
  expect(inline('2 * 3 * 4 and a_b_c')).toEqual([{ type: 'text', text: '2 * 3 * 4 and a_b_c' }])
})

test('keeps lists, paragraphs and line breaks', () => {
  expect(format('Times:\n- 9:00\n- 10:30\n\nWhich one?\nTell me')).toEqual([
    { type: 'paragraph', lines: [[{ type: 'text', text: 'Times:' }]] },
    { type: 'list', ordered: false, items: [[{ type: 'text', text: '9:00' }], [{ type: 'text', text: '10:30' }]] },
    { type: 'paragraph', lines: [[{ type: 'text', text: 'Which one?' }], [{ type: 'text', text: 'Tell me' }]] },
  ])
})

test('takes no longer for hostile input than for any other', () => {
  const started = performance.now()
  format('**'.repeat(5000) + '['.repeat(5000) + '`'.repeat(5001) + '*a '.repeat(3000))
  expect(performance.now() - started).toBeLessThan(500)
})
