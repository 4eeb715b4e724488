import type { StrictOperation } from '../../operation.ts'
import { checkWindow, isInWindow, nextWholeUnits, unitWords, windowSql } from '../../semantics/windows.ts'

export const inNextWhole: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'INNEXTWHOLE',
    aliases: ['后几个完整时段'],
    params: { en: ['date', 'count', 'unit'], zh: ['日期', '数量', '单位'] },
    help: {
      en: 'True in that many whole units after the current one; the unit is "day", "week", "month", "quarter" or "year".',
      zh: '在当前单位之后的若干个完整单位内为真；单位为 "day"、"week"、"month"、"quarter" 或 "year"。',
    },
  },
  sentence: {
    en: '{0} is in the {1} {2} after the current one',
    zh: '{0} 在当前之后的 {1} {2}内',
    literals: unitWords,
  },
  volatile: true,
  check: checkWindow,
  evaluate: (values, context) => isInWindow(values, context, nextWholeUnits),
  sql: (call) => windowSql(call, nextWholeUnits),
}
