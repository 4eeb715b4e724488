import type { StrictOperation } from '../../operation.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import { toDate } from '../../semantics/windows.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span = toDate('year')

export const yearToDate: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'YEARTODATE',
    aliases: ['本年至今'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True from the first day of this year up to today.',
      zh: '从本年第一天到今天为真。',
    },
  },
  sentence: { en: '{0} is in this year to date', zh: '{0} 在本年至今' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
