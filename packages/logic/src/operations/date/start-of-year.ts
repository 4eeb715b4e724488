import type { StrictOperation } from '../../operation.ts'
import { boundOf, boundSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const startOfYear: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'STARTOFYEAR',
    aliases: ['年初'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The first day of the year a date lies in.',
      zh: '日期所在年份的第一天。',
    },
    example: ['STARTOFYEAR(DATE(2026, 11, 21))', '2026-01-01'],
  },
  check: signature(['moment'], DATE),
  evaluate: ([value], context) => boundOf(value ?? null, context.zone, 'year', 'start'),
  sql: (call) => boundSql(call, 'year', 'start'),
}
