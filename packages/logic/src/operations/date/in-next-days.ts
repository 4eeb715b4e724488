import type { StrictOperation } from '../../operation.ts'
import { checkDays, isWithin, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'

const span: DaySpan = (today, days) => ({ first: today, last: today + days })

export const inNextDays: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'INNEXTDAYS',
    aliases: ['未来天数'],
    params: { en: ['date', 'days'], zh: ['日期', '天数'] },
    help: {
      en: 'True from today up to that many days ahead.',
      zh: '从今天到若干天后为真。',
    },
  },
  sentence: { en: '{0} is in the next {1} days', zh: '{0} 在未来 {1} 天内' },
  volatile: true,
  check: checkDays,
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
