import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => monthsFrom(today, 1, -1)

export const lastMonth: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LASTMONTH',
    aliases: ['上月'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the month before this one.',
      zh: '在上月内为真。',
    },
  },
  sentence: { en: '{0} is last month', zh: '{0} 在上月' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
