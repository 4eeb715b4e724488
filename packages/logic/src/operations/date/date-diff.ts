import type { StrictOperation } from '../../operation.ts'
import { checkDateDiff, dateDiffSql, momentsBetween } from '../../semantics/date-diff.ts'

export const dateDiff: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'DATEDIFF',
    aliases: ['日期差'],
    params: { en: ['from', 'to', 'unit'], zh: ['从', '到', '单位'] },
    help: {
      en: 'Whole units from the first date to the second, counted downwards.',
      zh: '从第一个日期到第二个日期的整单位数，向下取整。',
    },
  },
  check: checkDateDiff,
  evaluate: ([from, to, unit], context) =>
    momentsBetween(from ?? null, to ?? null, unit ?? null, context.zone),
  sql: dateDiffSql,
}
