import type { StrictOperation } from '../../operation.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => ({ first: undefined, last: today - 1 })

export const beforeToday: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'BEFORETODAY',
    aliases: ['早于今天'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True when the day lies before today.',
      zh: '在今天之前为真。',
    },
  },
  sentence: { en: '{0} is before today', zh: '{0} 早于今天' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
