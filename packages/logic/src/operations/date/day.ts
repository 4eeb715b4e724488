import type { StrictOperation } from '../../operation.ts'
import { dayIn, partsOf } from '../../calendar.ts'
import { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const day: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'DAY',
    aliases: ['日'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The day of the month of a date, 1 to 31.',
      zh: '日期是当月的第几天，1 到 31。',
    },
  },
  check: signature(['moment'], NUMBER),
  evaluate([value], context) {
    const day = typeof value === 'string' ? dayIn(context.zone, value) : null
    return day === null ? null : new Decimal(partsOf(day).day)
  },
  sql: ({ arg, context }) => sql`extract(day from ${dayOf(arg(0).value(), arg(0).type, context.zone)})`,
}
