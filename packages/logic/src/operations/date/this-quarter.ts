import type { StrictOperation } from '../../operation.ts'
import { dayNumber, partsOf } from '../../calendar.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => {
  const { year, month } = partsOf(today)
  const begin = month - ((month - 1) % 3)
  return { first: dayNumber(year, begin, 1), last: dayNumber(year, begin + 3, 0) }
}

export const thisQuarter: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'THISQUARTER',
    aliases: ['本季度'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the current quarter.',
      zh: '在本季度内为真。',
    },
  },
  sentence: { en: '{0} is this quarter', zh: '{0} 在本季度' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
