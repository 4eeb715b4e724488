import type { StrictOperation } from '../../operation.ts'
import { checkDays, isWithin, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'

const span: DaySpan = (today, days) => ({ first: today - days, last: today })

export const inLastDays: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'INLASTDAYS',
    aliases: ['最近天数'],
    params: { en: ['date', 'days'], zh: ['日期', '天数'] },
    help: {
      en: 'True from that many days ago up to today.',
      zh: '从若干天前到今天为真。',
    },
  },
  sentence: { en: '{0} is in the last {1} days', zh: '{0} 在最近 {1} 天内' },
  volatile: true,
  check: checkDays,
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
