import type { StrictOperation } from '../../operation.ts'
import { boundOf, boundSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const endOfYear: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ENDOFYEAR',
    aliases: ['年末'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The last day of the year a date lies in.',
      zh: '日期所在年份的最后一天。',
    },
    example: ['ENDOFYEAR(DATE(2026, 11, 21))', '2026-12-31'],
  },
  check: signature(['moment'], DATE),
  evaluate: ([value], context) => boundOf(value ?? null, context.zone, 'year', 'end'),
  sql: (call) => boundSql(call, 'year', 'end'),
}
