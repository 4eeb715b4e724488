import type { StrictOperation } from '../../operation.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { isWithin, monthsFrom, withinSql } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today, _days, { fiscalMonth }) => monthsFrom(today, 12, 0, fiscalMonth)

export const thisFiscalYear: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'THISFISCALYEAR',
    aliases: ['本财年'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in the current fiscal year; the workspace says with which month it begins.',
      zh: '在本财年内为真；财年从哪个月开始由工作区设置决定。',
    },
  },
  sentence: { en: '{0} is this fiscal year', zh: '{0} 在本财年' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
