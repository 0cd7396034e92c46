import { expect, test } from 'vitest'
import { brand } from './brand'

function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test('whatever colour a business has, what stands on it can be read', () => {
  for (let value = 0; value < 0xffffff; value += 4999) {
    const { color, on } = brand(`#${value.toString(16).padStart(6, '0')}`)!
    const [light, dark] = [luminance(color), luminance(on)].sort((a, b) => b - a) as [number, number]
    expect((light + 0.05) / (dark + 0.05), color).toBeGreaterThanOrEqual(4.5)
  }
})

test('takes nothing for a colour that is none', () => {
  expect(brand('red;background:url(x)')).toBeUndefined()
  expect(brand(undefined)).toBeUndefined()
})
