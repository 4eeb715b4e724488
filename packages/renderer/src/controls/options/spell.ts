import { pinyin } from 'pinyin-pro'

const known = new Map<string, string>()

/** How a Chinese text is typed on a keyboard: all of it, and the first letters ("xihuqu xhq"). */
export function spell(text: string): string {
  const before = known.get(text)
  if (before !== undefined) return before
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true })
  const letters = (parts: readonly string[]) => parts.join('').replaceAll(/\s/gu, '').toLowerCase()
  const spelled = `${letters(syllables)} ${letters(syllables.map((syllable) => syllable.slice(0, 1)))}`
  known.set(text, spelled)
  return spelled
}
