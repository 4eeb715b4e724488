const CODES = Array.from({ length: 0x7e - 0x21 + 1 }, (_, index) => 0x21 + index)

/** ASCII and, place by place, its full-width forms; the ideographic space stands for the space. */
export const HALF = ` ${String.fromCodePoint(...CODES)}`
export const FULL = `\u3000${String.fromCodePoint(...CODES.map((code) => code + 0xfee0))}`

function translate(text: string, from: string, to: string): string {
  return [...text].map((character) => to[from.indexOf(character)] ?? character).join('')
}

export function toHalfWidth(text: string): string {
  return translate(text, FULL, HALF)
}

export function toFullWidth(text: string): string {
  return translate(text, HALF, FULL)
}

/** First and last code point of the stretches that take two columns on a screen or in a fixed-width print. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

/** Columns a text takes where Chinese characters are twice as wide as Latin letters. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    width += WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
  }
  return width
}

const escaped = (code: number) => String.raw`\U${code.toString(16).padStart(8, '0')}`

/** PostgreSQL's pattern for everything that is not wide. */
export const NARROW_PATTERN = `[^${WIDE.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join('')}]`
