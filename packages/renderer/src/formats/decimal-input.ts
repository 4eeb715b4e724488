const signs = /[¥￥$€£%％\s_]/g
const grouped = /^[+-]?\d{1,4}(,\d{3,4})+(\.\d*)?$/
const written = /^([+-]?)(\d*)(?:\.(\d*))?$/

/**
 * Reads what people type or paste as a number and answers the plain decimal, or null when it is none: full-width
 * digits, thousands separators, currency signs, "(5)" for minus five. Digits are never rounded or lost.
 */
export function readDecimalInput(typed: string): string | null {
  let text = typed.normalize('NFKC').replaceAll('。', '.').replaceAll(/[−–—]/g, '-').replaceAll(signs, '')
  const bracketed = /^\((.*)\)$/.exec(text)
  if (bracketed !== null) text = `-${bracketed[1] ?? ''}`
  if (grouped.test(text)) text = text.replaceAll(',', '')
  const match = written.exec(text)
  if (match === null) return null
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return null
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  const decimal = fraction === '' ? digits : `${digits}.${fraction}`
  return sign === '-' && /[1-9]/.test(decimal) ? `-${decimal}` : decimal
}
