import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => ({ first: today, last: today })

export const isToday: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ISTODAY',
    aliases: ['是今天'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True today.',
      zh: '日期是今天时为真。',
    },
  },
  sentence: { en: '{0} is today', zh: '{0} 是今天' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
