import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => ({ first: today + 1, last: undefined })

export const afterToday: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'AFTERTODAY',
    aliases: ['晚于今天'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True when the day lies after today.',
      zh: '在今天之后为真。',
    },
  },
  sentence: { en: '{0} is after today', zh: '{0} 晚于今天' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
