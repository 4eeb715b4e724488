import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { weekNumberOf, withDay } from '../../semantics/day-parts.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { DATE, NUMBER } from '../../value-type.ts'

export const weekNumber: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'WEEKNUM',
    aliases: ['周数'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The week of the year: weeks begin on Monday, week 1 has January 1st.',
      zh: '当年第几周：周一为一周的开始，1 月 1 日所在周为第 1 周。',
    },
    example: ['WEEKNUM(DATE(2027, 1, 4))', '2'],
  },
  check: signature(['moment'], NUMBER),
  evaluate: ([value], context) =>
    withDay(value ?? null, context.zone, (day) => new Decimal(weekNumberOf(day))),
  sql: ({ args, context }) =>
    once(args, (value) => {
      const day = dayOf(value, args[0]?.type ?? DATE, context.zone)
      return sql`floor((extract(doy from ${day}) + extract(isodow from date_trunc('year', ${day}::timestamp)) - 2) / 7) + 1`
    }),
}
