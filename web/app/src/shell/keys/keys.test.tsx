// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import en from './texts/en.json'
import it_ from './texts/it.json'
import { collision } from './collision'
import { keyIds } from './catalogue'
import { useKeys, type Keys } from './index'
import { setMyKeys, sound } from './mine'

function Screen({ keys }: { keys: Keys }) {
  useKeys(keys)
  return <input />
}
const type = (key: string, code = `Key${key.toUpperCase()}`, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))

afterEach(() => {
  cleanup()
  setMyKeys({ single: true, bound: {} })
})

test('a row of keys goes before the single key that ends it', () => {
  const go = vi.fn()
  const pause = vi.fn()
  render(<Screen keys={{ 'go.contacts': go, 'conversation.pause': pause }} />)
  type('g')
  type('p')
  expect(go).toHaveBeenCalledOnce()
  expect(pause).not.toHaveBeenCalled()
})

test('a row that leads nowhere does nothing else instead', () => {
  const pause = vi.fn()
  render(<Screen keys={{ 'go.home': vi.fn(), 'conversation.pause': pause }} />)
  type('g')
  type('p')
  expect(pause).not.toHaveBeenCalled()
  type('p')
  expect(pause).toHaveBeenCalledOnce()
})

test('letters typed into a field are text', () => {
  const reply = vi.fn()
  const { container } = render(<Screen keys={{ 'conversation.reply': reply }} />)
  type('r', 'KeyR', container.querySelector('input')!)
  expect(reply).not.toHaveBeenCalled()
})

test('the part that came last hears first', () => {
  const [below, above] = [vi.fn(), vi.fn()]
  render(<Screen keys={{ close: below }} />)
  const { unmount } = render(<Screen keys={{ close: above }} />)
  type('Escape', 'Escape')
  unmount()
  type('Escape', 'Escape')
  expect(above).toHaveBeenCalledOnce()
  expect(below).toHaveBeenCalledOnce()
})

test('own keys take the place of the usual ones, and single ones can be off', () => {
  const reply = vi.fn()
  render(<Screen keys={{ 'conversation.reply': reply }} />)
  setMyKeys({ single: true, bound: { 'conversation.reply': 'y' } })
  type('r')
  expect(reply).not.toHaveBeenCalled()
  type('y')
  expect(reply).toHaveBeenCalledOnce()
  setMyKeys({ single: false, bound: {} })
  type('r')
  expect(reply).toHaveBeenCalledOnce()
})

test('what was kept by another release is read with care', () => {
  expect(sound({ bound: { gone: 'x', close: 'q', search: 'f', new: 7 } })).toEqual({
    single: true,
    bound: { search: 'f' },
  })
  expect(sound('nonsense')).toEqual({ single: true, bound: {} })
})

test('a key that is taken on the same screen is not given twice', () => {
  expect(collision('conversation.reply', 'e')).toBe('conversation.close')
  expect(collision('conversation.reply', 'd')).toBeUndefined()
  expect(collision('calendar.move', 'g')).toBe('go.home')
  expect(collision('conversation.note', 'n')).toBeUndefined()
})

test.each([
  ['en', en],
  ['it', it_],
])('every key has its words in %s', (_, texts) => {
  const words = (id: string) =>
    id.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)?.[part], texts.action)
  expect(keyIds.filter((id) => typeof words(id) !== 'string')).toEqual([])
})
