import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/styles.css', 'utf8')
const tokens = (block: string) =>
  Object.fromEntries([...block.matchAll(/--color-([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]))
const light = tokens(css.slice(css.indexOf('@theme'), css.indexOf("[data-theme='dark']")))
const dark = { ...light, ...tokens(css.slice(css.indexOf("[data-theme='dark']"))) }

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a = '#000000', b = '#000000'): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('tokens in %s', (_, theme) => {
  it.each(['canvas', 'surface', 'sunken'])('are readable on %s', (ground) => {
    for (const text of ['text', 'muted']) expect(contrast(theme[text], theme[ground]), text).toBeGreaterThanOrEqual(4.5)
    for (const mark of ['control', 'focus'])
      expect(contrast(theme[mark], theme[ground]), mark).toBeGreaterThanOrEqual(3)
    for (let each = 1; each <= 8; each++)
      expect(contrast(theme[`chart-${each}`], theme[ground]), `chart ${each}`).toBeGreaterThanOrEqual(3)
  })

  it.each(['primary', 'ai', 'success', 'warning', 'danger', 'info'])('%s is readable on its soft ground', (name) => {
    expect(contrast(theme[name], theme[`${name}-soft`])).toBeGreaterThanOrEqual(4.5)
  })

  it('words on colours are readable', () => {
    for (const name of ['primary', 'ai', 'danger'])
      expect(contrast(theme[`on-${name}`], theme[name]), name).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme['on-note'], theme.note)).toBeGreaterThanOrEqual(4.5)
  })
})
