import type { NumberStyle } from './cell-number.ts'
import type { XmlHandler } from './xml-reader.ts'

const general: NumberStyle = { kind: 'general' }

/** What a format code shows, without its texts, colours and conditions. */
function styleOfCode(code: string): NumberStyle {
  const bare =
    code
      .split(';')[0]
      ?.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
      .toLowerCase() ?? ''
  if (/^0{2,}$/.test(bare)) return { kind: 'zeros', digits: bare.length }
  const isDay = /[yd年日]/.test(bare) || /m{3,}/.test(bare)
  const isTime = /[hs时秒]/.test(bare)
  if (isDay) return { kind: isTime ? 'dateTime' : 'date' }
  if (isTime) return { kind: 'time' }
  return bare.includes('%') ? { kind: 'percent' } : general
}

/** Formats that every spreadsheet has by number; 27 to 58 are days in Chinese, Japanese and Korean ones. */
function builtIn(id: number): NumberStyle {
  if (id === 9 || id === 10) return { kind: 'percent' }
  if (id === 22) return { kind: 'dateTime' }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return { kind: 'date' }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { kind: 'time' }
  return general
}

/** Reads `styles.xml`: the number format of each style of cells. */
export function numberStyles(): { readonly handler: XmlHandler; of(style: number): NumberStyle } {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  return {
    handler: {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
        if (name === 'cellXfs') inCells = true
        if (name === 'xf' && inCells) styles.push(Number(attributes['numFmtId'] ?? 0))
      },
      text() {},
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    },
    of(style) {
      const id = styles[style] ?? 0
      const code = codes.get(id)
      return code === undefined ? builtIn(id) : styleOfCode(code)
    },
  }
}
