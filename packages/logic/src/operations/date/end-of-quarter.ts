import type { StrictOperation } from '../../operation.ts'
import { boundOf, boundSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const endOfQuarter: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ENDOFQUARTER',
    aliases: ['季末'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The last day of the quarter a date lies in.',
      zh: '日期所在季度的最后一天。',
    },
    example: ['ENDOFQUARTER(DATE(2026, 11, 21))', '2026-12-31'],
  },
  check: signature(['moment'], DATE),
  evaluate: ([value], context) => boundOf(value ?? null, context.zone, 'quarter', 'end'),
  sql: (call) => boundSql(call, 'quarter', 'end'),
}
