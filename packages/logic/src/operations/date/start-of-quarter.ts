import type { StrictOperation } from '../../operation.ts'
import { boundOf, boundSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const startOfQuarter: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'STARTOFQUARTER',
    aliases: ['季初'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The first day of the quarter a date lies in.',
      zh: '日期所在季度的第一天。',
    },
    example: ['STARTOFQUARTER(DATE(2026, 11, 21))', '2026-10-01'],
  },
  check: signature(['moment'], DATE),
  evaluate: ([value], context) => boundOf(value ?? null, context.zone, 'quarter', 'start'),
  sql: (call) => boundSql(call, 'quarter', 'start'),
}
