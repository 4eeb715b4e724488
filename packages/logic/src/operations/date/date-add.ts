import type { StrictOperation } from '../../operation.ts'
import { checkDateAdd, dateAddSql, moveMoment } from '../../semantics/date-add.ts'

export const dateAdd: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'DATEADD',
    aliases: ['日期加'],
    params: { en: ['date', 'count', 'unit'], zh: ['日期', '数量', '单位'] },
    help: {
      en: 'Moves a date by "year", "quarter", "month", "week", "day", "hour" or "minute".',
      zh: '把日期移动若干单位："year"、"quarter"、"month"、"week"、"day"、"hour" 或 "minute"。',
    },
  },
  check: checkDateAdd,
  evaluate: ([value, count, unit], context) =>
    moveMoment(value ?? null, count ?? null, unit ?? null, context.zone),
  sql: dateAddSql,
}
