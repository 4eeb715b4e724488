import { describe, expect, it } from 'vitest'
import { neutrals } from './neutrals.ts'
import { palette, paletteColors, type ThemeMode } from './palette.ts'

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] satisfies ThemeMode[])('in %s', (mode) => {
  it.each(paletteColors)('%s can be read on its surface', (color) => {
    expect(contrast(palette[mode][color].text, palette[mode][color].surface)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['page', 'surface', 'raised', 'sunken', 'accentSurface'] as const)(
    'text can be read on %s',
    (ground) => {
      const colors = neutrals[mode]
      for (const text of [colors.text, colors.textQuiet, colors.accentText, colors.danger])
        expect(contrast(text, colors[ground])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('a button in the accent can be read', () => {
    expect(contrast('#ffffff', neutrals[mode].accent)).toBeGreaterThanOrEqual(4.5)
  })
})
