import type { StrictOperation } from '../../operation.ts'
import { checkWindow, isInWindow, lastWholeUnits, unitWords, windowSql } from '../../semantics/windows.ts'

export const inLastWhole: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'INLASTWHOLE',
    aliases: ['前几个完整时段'],
    params: { en: ['date', 'count', 'unit'], zh: ['日期', '数量', '单位'] },
    help: {
      en: 'True in that many whole units before the current one; the unit is "day", "week", "month", "quarter" or "year".',
      zh: '在当前单位之前的若干个完整单位内为真；单位为 "day"、"week"、"month"、"quarter" 或 "year"。',
    },
  },
  sentence: {
    en: '{0} is in the {1} {2} before the current one',
    zh: '{0} 在当前之前的 {1} {2}内',
    literals: unitWords,
  },
  volatile: true,
  check: checkWindow,
  evaluate: (values, context) => isInWindow(values, context, lastWholeUnits),
  sql: (call) => windowSql(call, lastWholeUnits),
}
