import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { quarterOf, withDay } from '../../semantics/day-parts.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { DATE, NUMBER } from '../../value-type.ts'

export const quarter: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'QUARTER',
    aliases: ['季度'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The quarter of a date, 1 to 4.',
      zh: '日期所在的季度，1 到 4。',
    },
    example: ['QUARTER(DATE(2026, 5, 1))', '2'],
  },
  check: signature(['moment'], NUMBER),
  evaluate: ([value], context) => withDay(value ?? null, context.zone, (day) => new Decimal(quarterOf(day))),
  sql: ({ args, context }) =>
    once(args, (value) => {
      const day = dayOf(value, args[0]?.type ?? DATE, context.zone)
      return sql`extract(quarter from ${day})`
    }),
}
