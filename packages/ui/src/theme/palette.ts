/** Colours that options and forms may have; the same names as `color.schema.json`. */
export type PaletteColor =
  | 'gray'
  | 'red'
  | 'orange'
  | 'gold'
  | 'green'
  | 'cyan'
  | 'blue'
  | 'purple'
  | 'magenta'

export type ThemeMode = 'light' | 'dark'

/** One colour in three strengths: a quiet surface, text on it (contrast ≥ 4.5), and a solid mark beside text. */
export interface Shades {
  readonly surface: string
  readonly text: string
  readonly solid: string
}

const light: Readonly<Record<PaletteColor, Shades>> = {
  gray: { surface: '#eceef1', text: '#4a5361', solid: '#7b8494' },
  red: { surface: '#fde8e6', text: '#a32018', solid: '#d9483b' },
  orange: { surface: '#fdebdc', text: '#93420a', solid: '#d97218' },
  gold: { surface: '#fbf1cc', text: '#735003', solid: '#c59a0c' },
  green: { surface: '#e0f3e4', text: '#1c6430', solid: '#35995a' },
  cyan: { surface: '#dcf2f4', text: '#0d5f6b', solid: '#1b97a6' },
  blue: { surface: '#e3edfc', text: '#1d4fa3', solid: '#3b78d8' },
  purple: { surface: '#eee8fb', text: '#5a35a8', solid: '#825fd0' },
  magenta: { surface: '#fbe6f1', text: '#94215f', solid: '#cc4a90' },
}

const dark: Readonly<Record<PaletteColor, Shades>> = {
  gray: { surface: '#343a44', text: '#c6ccd6', solid: '#8b94a3' },
  red: { surface: '#4a2422', text: '#f5b1aa', solid: '#e06a5f' },
  orange: { surface: '#4a2f1a', text: '#f3c096', solid: '#df8a3f' },
  gold: { surface: '#433714', text: '#ecd27c', solid: '#cda935' },
  green: { surface: '#1f3d29', text: '#a0dcb2', solid: '#4fae72' },
  cyan: { surface: '#173c42', text: '#93d9e2', solid: '#38a9b7' },
  blue: { surface: '#20365a', text: '#aecbf8', solid: '#5a91e6' },
  purple: { surface: '#372c58', text: '#cdbcf5', solid: '#9a7be0' },
  magenta: { surface: '#4a2339', text: '#f2b3d3', solid: '#d868a5' },
}

export const palette: Readonly<Record<ThemeMode, Readonly<Record<PaletteColor, Shades>>>> = { light, dark }

export const paletteColors = Object.keys(light) as readonly PaletteColor[]
