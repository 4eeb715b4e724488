/** How a number format shows a number; `zeros` pads keys like 00042. */
export type NumberStyle =
  | { readonly kind: 'general' | 'percent' | 'date' | 'dateTime' | 'time' }
  | { readonly kind: 'zeros'; readonly digits: number }

const plain = /^-?\d+$/
const dayMs = 86_400_000
/** Day 0 of spreadsheets, and of those that count from 1904. */
const epochs = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/** Digits of a number without exponent, moved by powers of ten; nothing passes through a float here. */
function shifted(text: string, by: number): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text) ?? []
  const digits = whole + fraction
  const point = whole.length + by
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = Math.max(point, 1)
  const rest = padded.slice(at).replace(/0+$/, '')
  const front = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  return `${sign}${front}${rest === '' ? '' : `.${rest}`}`
}

/** The number as the sheet shows it in full: 15 digits are exact there, what follows is noise of its float. */
export function numberText(stored: string): string {
  const text = stored.trim()
  if (plain.test(text)) return text
  const number = Number(text)
  if (!Number.isFinite(number)) return text
  const exact = text.replaceAll(/\D/g, '').length > 15 ? number.toPrecision(15) : text
  const [mantissa = '', exponent = '0'] = exact.toLowerCase().split('e')
  return shifted(mantissa, Number(exponent))
}

const two = (part: number): string => String(part).padStart(2, '0')

/** The day and time of a serial number, to the millisecond. */
function momentText(stored: string, kind: 'date' | 'dateTime' | 'time', from1904: boolean): string {
  const serial = Number(stored)
  // A spreadsheet believes in 1900-02-29, so days before it are one off.
  const days = !from1904 && serial >= 1 && serial < 60 ? serial + 1 : serial
  const date = new Date(epochs[from1904 ? 1904 : 1900] + Math.round(days * dayMs))
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return numberText(stored)
  const [day = '', time = ''] = date.toISOString().replace('Z', '').split('T')
  const clock = time.endsWith('.000') ? time.slice(0, 8) : time
  if (kind === 'time' && serial < 1) return `${two(date.getUTCHours())}${clock.slice(2)}`
  return kind === 'date' && clock === '00:00:00' ? day : `${day} ${clock}`
}

/** Text of a number in a cell: exact digits, days as YYYY-MM-DD, percentages with their sign. */
export function cellNumber(stored: string, style: NumberStyle, from1904: boolean): string {
  switch (style.kind) {
    case 'general':
      return numberText(stored)
    case 'percent':
      return `${shifted(numberText(stored), 2)}%`
    case 'zeros':
      return plain.test(stored) ? stored.padStart(style.digits, '0') : numberText(stored)
    default:
      return momentText(stored, style.kind, from1904)
  }
}
