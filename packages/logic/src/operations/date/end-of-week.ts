import type { StrictOperation } from '../../operation.ts'
import { boundOf, boundSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const endOfWeek: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ENDOFWEEK',
    aliases: ['周末'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The Sunday of the week a date lies in.',
      zh: '日期所在周的最后一天（周日）。',
    },
    example: ['ENDOFWEEK(DATE(2026, 11, 21))', '2026-11-22'],
  },
  check: signature(['moment'], DATE),
  evaluate: ([value], context) => boundOf(value ?? null, context.zone, 'week', 'end'),
  sql: (call) => boundSql(call, 'week', 'end'),
}
