import { neutrals } from './neutrals.ts'
import { palette, paletteColors, type ThemeMode } from './palette.ts'

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The colours as CSS variables: `--pw-border`, `--pw-red-surface` … */
export function themeVariables(mode: ThemeMode): Readonly<Record<string, string>> {
  const plain = Object.entries(neutrals[mode]).map(
    ([name, value]) => [`--pw-${dashed(name)}`, value] as const,
  )
  const shades = paletteColors.flatMap((color) =>
    Object.entries(palette[mode][color]).map(([shade, value]) => [`--pw-${color}-${shade}`, value] as const),
  )
  return Object.fromEntries([...plain, ...shades])
}

/** Sets them on an element, so that dialogs outside the React tree see them too. */
export function applyVariables(element: HTMLElement, mode: ThemeMode): void {
  element.dataset['theme'] = mode
  element.style.colorScheme = mode
  for (const [name, value] of Object.entries(themeVariables(mode))) element.style.setProperty(name, value)
}
