import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today, _days, { fiscalMonth }) => monthsFrom(today, 12, -1, fiscalMonth)

export const lastFiscalYear: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LASTFISCALYEAR',
    aliases: ['上财年'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the fiscal year before this one.',
      zh: '在上一财年内为真。',
    },
  },
  sentence: { en: '{0} is last fiscal year', zh: '{0} 在上财年' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
