import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today, _days, { fiscalMonth }) => ({
  first: monthsFrom(today, 12, 0, fiscalMonth).first,
  last: today,
})

export const fiscalYearToDate: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'FISCALYEARTODATE',
    aliases: ['本财年至今'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True from the first day of the fiscal year up to today.',
      zh: '从本财年第一天到今天为真。',
    },
  },
  sentence: { en: '{0} is in this fiscal year to date', zh: '{0} 在本财年至今' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
