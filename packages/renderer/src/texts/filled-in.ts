type Params = Readonly<Record<string, string | number>>
type Fill = (params: Params) => string | null

const part = /\{\{(\w+)\}\}/

/**
 * Fills the parts of a text whose parts are plain ("{{row}}"): thousands of cells do, and i18next looks for plurals,
 * formats and nested texts each time. Null for one that needs i18next, and null for parameters that leave a part open.
 */
export function filledIn(raw: unknown): Fill | null {
  if (typeof raw !== 'string' || raw.includes('$t(')) return null
  // Every second piece is the name of a part.
  const pieces = raw.split(part)
  const texts = pieces.filter((_, at) => at % 2 === 0)
  if (texts.some((text) => text.includes('{{'))) return null
  return (params) => {
    let text = pieces[0] ?? ''
    for (let at = 1; at < pieces.length; at += 2) {
      const value = params[pieces[at] ?? '']
      if (value === undefined) return null
      text += String(value) + (pieces[at + 1] ?? '')
    }
    return text
  }
}
