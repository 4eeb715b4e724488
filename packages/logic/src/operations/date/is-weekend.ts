import { isoWeekday } from '../../calendar.ts'
import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { sql } from '../../sql/fragment.ts'
import { asFlag, dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

export const isWeekend: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ISWEEKEND',
    aliases: ['是周末'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'True on Saturdays and Sundays.',
      zh: '周六、周日为真。',
    },
    example: ['ISWEEKEND(DATE(2026, 11, 21))', 'TRUE'],
  },
  sentence: { en: '{0} is on a weekend', zh: '{0} 在周末' },
  check: signature(['moment'], BOOLEAN),
  evaluate: ([value], { zone }) => withDay(value ?? null, zone, (day) => isoWeekday(day) > 5) ?? false,
  sql: ({ arg, context, mode }) =>
    asFlag(sql`extract(isodow from ${dayOf(arg(0).value(), arg(0).type, context.zone)}) > 5`, mode),
}
