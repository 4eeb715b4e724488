import type { StrictOperation } from '../../operation.ts'
import { dayNumber, partsOf } from '../../calendar.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today) => {
  const { year, month } = partsOf(today)
  return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 0) }
}

export const thisMonth: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'THISMONTH',
    aliases: ['本月'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the current month.',
      zh: '在本月内为真。',
    },
  },
  sentence: { en: '{0} is this month', zh: '{0} 在本月' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
