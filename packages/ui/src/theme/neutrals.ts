import type { ThemeMode } from './palette.ts'

interface Neutrals {
  readonly page: string
  readonly surface: string
  readonly raised: string
  readonly sunken: string
  readonly border: string
  readonly borderStrong: string
  readonly text: string
  readonly textQuiet: string
  readonly accent: string
  readonly accentText: string
  readonly accentSurface: string
  readonly danger: string
  readonly success: string
  readonly warning: string
}

/** The greys and the one accent. Quiet text keeps a contrast of 4.5 on page, surface and sunken. */
export const neutrals: Readonly<Record<ThemeMode, Neutrals>> = {
  light: {
    page: '#f5f6f8',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#f0f2f5',
    border: '#e2e5ea',
    borderStrong: '#8a93a1',
    text: '#1b2230',
    textQuiet: '#5a6473',
    accent: '#2459c4',
    accentText: '#1f4fb0',
    accentSurface: '#e8effc',
    danger: '#c0352b',
    success: '#2a7d47',
    warning: '#a85f08',
  },
  dark: {
    page: '#14171c',
    surface: '#1b1f26',
    raised: '#232831',
    sunken: '#171a20',
    border: '#303640',
    borderStrong: '#737d8c',
    text: '#e6e9ee',
    textQuiet: '#a3acb9',
    accent: '#3a6ccf',
    accentText: '#8fb4f7',
    accentSurface: '#22324f',
    danger: '#f2938a',
    success: '#5bb67b',
    warning: '#dc9a45',
  },
}
