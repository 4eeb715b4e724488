import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { monthLength, withDay } from '../../semantics/day-parts.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { DATE, NUMBER } from '../../value-type.ts'

export const daysInMonth: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'DAYSINMONTH',
    aliases: ['当月天数'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'How many days the month of a date has.',
      zh: '日期所在月份的天数。',
    },
    example: ['DAYSINMONTH(DATE(2024, 2, 1))', '29'],
  },
  check: signature(['moment'], NUMBER),
  evaluate: ([value], context) =>
    withDay(value ?? null, context.zone, (day) => new Decimal(monthLength(day))),
  sql: ({ args, context }) =>
    once(args, (value) => {
      const day = dayOf(value, args[0]?.type ?? DATE, context.zone)
      return sql`extract(day from date_trunc('month', ${day}::timestamp) + interval '1 month - 1 day')`
    }),
}
