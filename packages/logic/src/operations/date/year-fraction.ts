import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { checkYearFraction, yearFractionSql, yearsBetween } from '../../semantics/intervals.ts'

export const yearFraction: StrictOperation = {
  arity: [2, 3],
  formula: {
    name: 'YEARFRAC',
    aliases: ['年份占比'],
    params: { en: ['start', 'end', 'basis'], zh: ['开始', '结束', '基准'] },
    help: {
      en: 'The years between two dates to 10 decimals: days by 365 (basis 3, the usual), by 360 (2), or months of 30 days by 360 (4).',
      zh: '两个日期间的年数，保留 10 位小数：实际天数/365（基准 3，默认）、实际天数/360（2）、30/360（4）。',
    },
    example: ['YEARFRAC(DATE(2026, 1, 1), DATE(2026, 7, 2))', '0.498630137'],
  },
  check: checkYearFraction,
  evaluate: ([start, end, basis], { zone }) =>
    withDay(start ?? null, zone, (from) => withDay(end ?? null, zone, (to) => yearsBetween(from, to, basis))),
  sql: yearFractionSql,
}
