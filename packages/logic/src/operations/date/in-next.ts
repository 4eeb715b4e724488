import type { StrictOperation } from '../../operation.ts'
import { checkWindow, isInWindow, nextUnits, unitWords, windowSql } from '../../semantics/windows.ts'

export const inNext: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'INNEXT',
    aliases: ['未来时段'],
    params: { en: ['date', 'count', 'unit'], zh: ['日期', '数量', '单位'] },
    help: {
      en: 'True from today up to the same day that many units ahead; the unit is "day", "week", "month", "quarter" or "year".',
      zh: '从今天到若干单位后的同一天为真；单位为 "day"、"week"、"month"、"quarter" 或 "year"。',
    },
  },
  sentence: { en: '{0} is in the next {1} {2}', zh: '{0} 在未来 {1} {2}内', literals: unitWords },
  volatile: true,
  check: checkWindow,
  evaluate: (values, context) => isInWindow(values, context, nextUnits),
  sql: (call) => windowSql(call, nextUnits),
}
