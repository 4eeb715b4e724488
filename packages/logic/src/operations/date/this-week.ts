import type { StrictOperation } from '../../operation.ts'
import { isWithin, weekFrom, withinSql } from '../../semantics/day-span.ts'
import type { DaySpan } from '../../semantics/day-span.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

const span: DaySpan = (today, _days, calendar) => weekFrom(today, 0, calendar)

export const thisWeek: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'THISWEEK',
    aliases: ['本周'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True in this week; the workspace says with which day weeks begin.',
      zh: '在本周内为真；每周从哪天开始由工作区设置决定。',
    },
  },
  sentence: { en: '{0} is this week', zh: '{0} 在本周' },
  volatile: true,
  check: signature(['moment'], BOOLEAN),
  evaluate: (values, context) => isWithin(values, context, span),
  sql: (call) => withinSql(call, span),
}
