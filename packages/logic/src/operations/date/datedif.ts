import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { checkInterval, intervalBetween, intervalSql } from '../../semantics/intervals.ts'

export const datedif: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'DATEDIF',
    aliases: ['日期间隔'],
    params: { en: ['start', 'end', 'unit'], zh: ['开始', '结束', '单位'] },
    help: {
      en: 'Whole years "Y", months "M" or days "D" between two dates; "YM" months after the years, "MD" days after the months, "YD" days after the years. Empty when the start is later.',
      zh: '两个日期间的整年 "Y"、整月 "M"、天数 "D"；"YM" 为扣除整年后的月数，"MD" 为扣除整月后的天数，"YD" 为扣除整年后的天数。开始晚于结束时为空。',
    },
    example: ['DATEDIF(DATE(2024, 1, 31), DATE(2026, 3, 1), "YM")', '1'],
  },
  check: checkInterval,
  evaluate: ([start, end, unit], { zone }) =>
    withDay(start ?? null, zone, (from) =>
      withDay(end ?? null, zone, (to) => intervalBetween(from, to, unit)),
    ),
  sql: intervalSql,
}
