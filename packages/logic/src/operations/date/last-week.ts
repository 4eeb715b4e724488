import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, weekFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today, _days, calendar) => weekFrom(today, -1, calendar)

export const lastWeek: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LASTWEEK',
    aliases: ['上周'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the week before this one.',
      zh: '在上周内为真。',
    },
  },
  sentence: { en: '{0} is last week', zh: '{0} 在上周' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
