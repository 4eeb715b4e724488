import type { DateOrder, DecimalSign } from './cell-type.ts'
import { fitsOrder } from './read-day.ts'
import { readNumber } from './read-number.ts'

const orders: readonly DateOrder[] = ['YMD', 'MDY', 'DMY']

/** The order that reads all samples; where several do, what is usual in the language. */
export function guessDateOrder(samples: readonly string[], locale: 'en' | 'zh'): DateOrder {
  const filled = samples.filter((sample) => sample.trim() !== '')
  const counts = orders.map((order) => filled.filter((sample) => fitsOrder(sample, order)).length)
  const most = Math.max(...counts)
  const best = orders.filter((_, at) => counts[at] === most)
  if (best.length === 1) return best[0] ?? 'YMD'
  if (best.includes('YMD')) return 'YMD'
  // Dots between the numbers are the custom of those who write the day first, a slash in English of Americans.
  const dotted = filled.some((sample) => /^\d{1,2}\.\d{1,2}\.\d/.test(sample.trim()))
  return dotted && locale === 'en' && best.includes('DMY') ? 'DMY' : 'MDY'
}

/** The decimal sign that reads more samples; the point where both do. */
export function guessDecimal(samples: readonly string[]): DecimalSign {
  const filled = samples
    .map((sample) => sample.replace(/[%％]\s*$/u, ''))
    .filter((sample) => sample.trim() !== '')
  const fitting = (sign: DecimalSign) =>
    filled.filter((sample) => readNumber(sample, sign) !== undefined).length
  return fitting(',') > fitting('.') ? ',' : '.'
}
