import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => monthsFrom(today, 12, 1)

export const nextYear: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'NEXTYEAR',
    aliases: ['明年'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the year after this one.',
      zh: '在明年内为真。',
    },
  },
  sentence: { en: '{0} is next year', zh: '{0} 在明年' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
