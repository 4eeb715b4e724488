import type { StrictOperation } from '../../operation.ts'
import { dayIn, isoWeekday } from '../../calendar.ts'
import { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const weekday: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'WEEKDAY',
    aliases: ['星期'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The day of the week, Monday is 1 and Sunday is 7.',
      zh: '星期几，星期一为 1，星期日为 7。',
    },
  },
  check: signature(['moment'], NUMBER),
  evaluate([value], context) {
    const day = typeof value === 'string' ? dayIn(context.zone, value) : null
    return day === null ? null : new Decimal(isoWeekday(day))
  },
  sql: ({ arg, context }) => sql`extract(isodow from ${dayOf(arg(0).value(), arg(0).type, context.zone)})`,
}
