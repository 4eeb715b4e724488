import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today, _days, { fiscalMonth }) => monthsFrom(today, 3, 0, fiscalMonth)

export const thisFiscalQuarter: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'THISFISCALQUARTER',
    aliases: ['本财季'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the current quarter of the fiscal year.',
      zh: '在本财季内为真。',
    },
  },
  sentence: { en: '{0} is this fiscal quarter', zh: '{0} 在本财季' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
