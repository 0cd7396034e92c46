/**
 * The business's own colour and what can be read on it: near black or white, whichever contrasts more, which is at
 * least 4.5:1 for every colour there is.
 */
export function brand(color: string | undefined): { color: string; on: string } | undefined {
  const hex = /^#([0-9a-f]{6})$/i.exec(color ?? '')?.[1]
  if (!hex) return undefined
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return { color: `#${hex}`, on: luminance > 0.179 ? '#000000' : '#ffffff' }
}
