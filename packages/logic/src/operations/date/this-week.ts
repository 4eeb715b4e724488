import type { StrictOperation } from '../../operation.ts'
import { isoWeekday } from '../../calendar.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => ({
  first: today - isoWeekday(today) + 1,
  last: today - isoWeekday(today) + 7,
})

export const thisWeek: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'THISWEEK',
    aliases: ['本周'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True from Monday to Sunday of this week.',
      zh: '在本周（周一至周日）内为真。',
    },
  },
  sentence: { en: '{0} is this week', zh: '{0} 在本周' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
