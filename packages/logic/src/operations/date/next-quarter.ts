import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => monthsFrom(today, 3, 1)

export const nextQuarter: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'NEXTQUARTER',
    aliases: ['下季度'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the quarter after this one.',
      zh: '在下季度内为真。',
    },
  },
  sentence: { en: '{0} is next quarter', zh: '{0} 在下季度' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
