// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { collide, isSingle, keyCaps, matches, parse, written, type KeyPress } from './bindings'

function press(key: string, code: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    getModifierState: () => false,
    ...more,
  }
}
const hears = (binding: string, event: KeyPress, loose = false) => matches(event, parse(binding)[0]!, loose)

test('a letter is a physical key, whatever the layout prints on it', () => {
  expect(hears('r', press('к', 'KeyR'))).toBe(true)
  expect(hears('a', press('q', 'KeyA'))).toBe(true)
  expect(hears('a', press('a', 'KeyQ'))).toBe(false)
})

test('with Ctrl a letter is what is printed, and the place where nothing latin is', () => {
  expect(hears('$mod+z', press('z', 'KeyY', { ctrlKey: true }))).toBe(true)
  expect(hears('$mod+z', press('я', 'KeyZ', { ctrlKey: true }))).toBe(true)
  expect(hears('$mod+z', press('y', 'KeyZ', { ctrlKey: true }))).toBe(false)
})

test('modifiers must be those of the binding', () => {
  expect(hears('a', press('A', 'KeyA', { shiftKey: true }))).toBe(false)
  expect(hears('Shift+a', press('A', 'KeyA', { shiftKey: true }))).toBe(true)
  expect(hears('s', press('s', 'KeyS', { ctrlKey: true }))).toBe(false)
  expect(hears('$mod+Shift+Enter', press('Enter', 'Enter', { ctrlKey: true, shiftKey: true }))).toBe(true)
})

test('a sign is heard as typed, on any layout, and by its place when that types nothing of ours', () => {
  const italianSlash = press('/', 'Digit7', { shiftKey: true })
  const italianBracket = press('[', 'BracketLeft', { ctrlKey: true, altKey: true, getModifierState: () => true })
  expect(hears('/', italianSlash)).toBe(true)
  expect(hears('[', italianBracket)).toBe(true)
  expect(hears('[', press('è', 'BracketLeft'))).toBe(false)
  expect(hears('[', press('è', 'BracketLeft'), true)).toBe(true)
  expect(hears('?', press('_', 'Slash', { shiftKey: true }), true)).toBe(true)
})

test('what is pressed is written as a binding', () => {
  expect(written(press('к', 'KeyR'))).toBe('r')
  expect(written(press('A', 'KeyA', { shiftKey: true }))).toBe('Shift+a')
  expect(written(press('?', 'Slash', { shiftKey: true }))).toBe('?')
  expect(written(press('j', 'KeyJ', { ctrlKey: true }))).toBe('$mod+j')
  expect(written(press('Shift', 'ShiftLeft', { shiftKey: true }))).toBeUndefined()
})

test('single keys are those without Ctrl, ⌘ or a name', () => {
  expect(['r', 'g i', '?', 'Shift+a'].every(isSingle)).toBe(true)
  expect(['$mod+k', 'Enter', 'Escape'].some(isSingle)).toBe(false)
})

test('a key collides with the same one and with a row that begins with it', () => {
  expect(collide('g', 'g i')).toBe(true)
  expect(collide('g i', 'g h')).toBe(false)
  expect(collide('r', 'r')).toBe(true)
})

test('caps show what is printed in the layout', () => {
  expect(keyCaps('g i')).toEqual(['G', 'I'])
  expect(keyCaps('Shift+a', new Map([['KeyA', 'q']]))).toEqual(['⇧', 'Q'])
})
