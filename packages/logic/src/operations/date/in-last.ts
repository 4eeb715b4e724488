import type { StrictOperation } from '../../operation.ts'
import { checkWindow, isInWindow, lastUnits, unitWords, windowSql } from '../../semantics/windows.ts'

export const inLast: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'INLAST',
    aliases: ['最近时段'],
    params: { en: ['date', 'count', 'unit'], zh: ['日期', '数量', '单位'] },
    help: {
      en: 'True from the same day that many units ago up to today; the unit is "day", "week", "month", "quarter" or "year".',
      zh: '从若干单位前的同一天到今天为真；单位为 "day"、"week"、"month"、"quarter" 或 "year"。',
    },
  },
  sentence: { en: '{0} is in the last {1} {2}', zh: '{0} 在最近 {1} {2}内', literals: unitWords },
  volatile: true,
  check: checkWindow,
  evaluate: (values, context) => isInWindow(values, context, lastUnits),
  sql: (call) => windowSql(call, lastUnits),
}
