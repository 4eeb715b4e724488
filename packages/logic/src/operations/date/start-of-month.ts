import type { StrictOperation } from '../../operation.ts'
import { boundOf, boundSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const startOfMonth: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'STARTOFMONTH',
    aliases: ['月初'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The first day of the month a date lies in.',
      zh: '日期所在月份的第一天。',
    },
    example: ['STARTOFMONTH(DATE(2026, 11, 21))', '2026-11-01'],
  },
  check: signature(['moment'], DATE),
  evaluate: ([value], context) => boundOf(value ?? null, context.zone, 'month', 'start'),
  sql: (call) => boundSql(call, 'month', 'start'),
}
