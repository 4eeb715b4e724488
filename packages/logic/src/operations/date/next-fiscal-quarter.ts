import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today, _days, { fiscalMonth }) => monthsFrom(today, 3, 1, fiscalMonth)

export const nextFiscalQuarter: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'NEXTFISCALQUARTER',
    aliases: ['下财季'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the fiscal quarter after this one.',
      zh: '在下一财季内为真。',
    },
  },
  sentence: { en: '{0} is next fiscal quarter', zh: '{0} 在下财季' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
