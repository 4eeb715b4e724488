import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { lastOfMonth, shiftedDay, shiftedSql, startOfMonth } from '../../semantics/month-shift.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const eomonth: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'EOMONTH',
    aliases: ['月末'],
    params: { en: ['date', 'months'], zh: ['日期', '月数'] },
    help: {
      en: 'The last day of the month, or of the one some months later or earlier.',
      zh: '当月最后一天，或若干个月之后（之前）那个月的最后一天。',
    },
    example: ['EOMONTH(DATE(2026, 1, 15), 1)', '2026-02-28'],
  },
  check: signature(['moment', 'number'], DATE),
  evaluate: ([value, months = 0], context) =>
    withDay(value ?? null, context.zone, (day) => shiftedDay(startOfMonth(day), months, lastOfMonth)),
  sql: (call) => shiftedSql(call, (day) => sql`(date_trunc('month', ${day}) + interval '1 month - 1 day')`),
}
