import type { StrictOperation } from '../../operation.ts'
import { boundOf, boundSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const startOfWeek: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'STARTOFWEEK',
    aliases: ['周初'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The Monday of the week a date lies in.',
      zh: '日期所在周的第一天（周一）。',
    },
    example: ['STARTOFWEEK(DATE(2026, 11, 21))', '2026-11-16'],
  },
  check: signature(['moment'], DATE),
  evaluate: ([value], context) => boundOf(value ?? null, context.zone, 'week', 'start'),
  sql: (call) => boundSql(call, 'week', 'start'),
}
