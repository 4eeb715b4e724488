import { Decimal, parseDecimal } from '@pipewright/logic'
import type { DecimalSign } from './cell-type.ts'

const money = /(?:rmb|cny|usd|eur|gbp|hkd|jpy|hk\$|us\$|[¥$€£元圆])/giu
const units: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }
const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/
const plain = /^(?:\d+\.?\d*|\.\d+)$/
const scientific = /^(\d+(?:\.\d+)?)e([+-]?\d{1,2})$/i

/** Digits with the point as their only mark, or undefined; a group of other than three digits is no number. */
function bare(text: string, decimal: DecimalSign): string | undefined {
  const pointed = decimal === '.' ? text : text.replaceAll(/[.,]/g, (mark) => (mark === ',' ? '.' : ','))
  const ungrouped = grouped.test(pointed) ? pointed.replaceAll(',', '') : pointed
  return plain.test(ungrouped) ? ungrouped.replace(/^\./, '0.').replace(/\.$/, '') : undefined
}

function expand(text: string): string | undefined {
  const match = scientific.exec(text)
  return match === null ? undefined : new Decimal(`${match[1]}e${match[2]}`).toFixed()
}

const withoutIdleZeros = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text

/**
 * The exact decimal of a number as people and spreadsheets write it: currency signs, thousands separators, full-width
 * digits, (1,234.50) for negative, 万 and 亿. Undefined when it is none.
 */
export function readNumber(text: string, decimal: DecimalSign): string | undefined {
  const folded = text
    .normalize('NFKC')
    .replaceAll(/[\s'’]/gu, '')
    .replaceAll(/[−–]/gu, '-')
    .replace(money, '')
  const inBrackets = /^\((.*)\)$/.exec(folded)?.[1]
  const signed = inBrackets === undefined ? folded.replace(/^(.*[^-])-$/, '-$1') : `-${inBrackets}`
  const negative = signed.startsWith('-')
  const unsigned = signed.replace(/^[+-]/, '')
  const unit = units[unsigned.at(-1) ?? '']
  const digits = unit === undefined ? unsigned : unsigned.slice(0, -1)
  const found = bare(digits, decimal) ?? (decimal === '.' ? expand(digits) : undefined)
  if (found === undefined || parseDecimal(found) === null) return undefined
  const scaled = unit === undefined ? found : new Decimal(found).mul(10 ** unit).toFixed()
  const exact = withoutIdleZeros(scaled)
  return negative && !/^[0.]*$/.test(exact) ? `-${exact}` : exact
}
