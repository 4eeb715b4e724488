import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { withDay, yearDayOf } from '../../semantics/day-parts.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { DATE, NUMBER } from '../../value-type.ts'

export const dayOfYear: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'DAYOFYEAR',
    aliases: ['年内第几天'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The day of the year, 1 to 366.',
      zh: '日期是当年的第几天，1 到 366。',
    },
    example: ['DAYOFYEAR(DATE(2026, 3, 1))', '60'],
  },
  check: signature(['moment'], NUMBER),
  evaluate: ([value], context) => withDay(value ?? null, context.zone, (day) => new Decimal(yearDayOf(day))),
  sql: ({ args, context }) =>
    once(args, (value) => {
      const day = dayOf(value, args[0]?.type ?? DATE, context.zone)
      return sql`extract(doy from ${day})`
    }),
}
