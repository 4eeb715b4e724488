import type { Locale } from '@pipewright/metadata'
import { formatNumber } from './decimal-format.ts'

/** So many records are said exactly; of more, about how many. */
const exactUpTo = 10_000

export const isRounded = (count: number): boolean => count > exactUpTo

function twoDigits(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.round(count / unit) * unit
}

/** A rounded number as people say it: "120,000" and "1.2 million", "12 万" and "1.2 亿". */
export function roundedCount(count: number, locale: Locale): string {
  const rounded = twoDigits(Math.max(count, 1))
  const said = (unit: number, word: string) =>
    `${formatNumber(String(Number((rounded / unit).toPrecision(2))), locale, 0)} ${word}`
  if (locale === 'zh') {
    if (rounded >= 1e8) return said(1e8, '亿')
    return rounded >= 1e4 ? said(1e4, '万') : formatNumber(String(rounded), locale, 0)
  }
  if (rounded >= 1e9) return said(1e9, 'billion')
  return rounded >= 1e6 ? said(1e6, 'million') : formatNumber(String(rounded), locale, 0)
}
