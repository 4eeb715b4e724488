import type { StrictOperation } from '../../operation.ts'
import { isWithin, withinSql } from '../../semantics/day-span.ts'
import { toDate } from '../../semantics/windows.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span = toDate('quarter')

export const quarterToDate: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'QUARTERTODATE',
    aliases: ['本季度至今'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True from the first day of this quarter up to today.',
      zh: '从本季度第一天到今天为真。',
    },
  },
  sentence: { en: '{0} is in this quarter to date', zh: '{0} 在本季度至今' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
