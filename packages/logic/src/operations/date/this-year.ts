import type { StrictOperation } from '../../operation.ts'
import { dayNumber, partsOf } from '../../calendar.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => {
  const { year } = partsOf(today)
  return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
}

export const thisYear: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'THISYEAR',
    aliases: ['本年'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the current year.',
      zh: '在本年内为真。',
    },
  },
  sentence: { en: '{0} is this year', zh: '{0} 在本年' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
