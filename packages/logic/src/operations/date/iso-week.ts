import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { isoWeekOf, withDay } from '../../semantics/day-parts.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { DATE, NUMBER } from '../../value-type.ts'

export const isoWeek: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ISOWEEK',
    aliases: ['ISO周数', 'ISOWEEKNUM'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The week of the year by ISO 8601: weeks begin on Monday, week 1 has the first Thursday.',
      zh: 'ISO 8601 周数：周一为一周的开始，含当年首个周四的周为第 1 周。',
    },
    example: ['ISOWEEK(DATE(2027, 1, 1))', '53'],
  },
  check: signature(['moment'], NUMBER),
  evaluate: ([value], context) => withDay(value ?? null, context.zone, (day) => new Decimal(isoWeekOf(day))),
  sql: ({ args, context }) =>
    once(args, (value) => {
      const day = dayOf(value, args[0]?.type ?? DATE, context.zone)
      return sql`extract(week from ${day})`
    }),
}
