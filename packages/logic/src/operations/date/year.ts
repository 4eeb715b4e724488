import type { StrictOperation } from '../../operation.ts'
import { dayIn, partsOf } from '../../calendar.ts'
import { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const year: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'YEAR',
    aliases: ['年'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The year of a date.',
      zh: '日期的年份。',
    },
  },
  check: signature(['moment'], NUMBER),
  evaluate([value], context) {
    const day = typeof value === 'string' ? dayIn(context.zone, value) : null
    return day === null ? null : new Decimal(partsOf(day).year)
  },
  sql: ({ arg, context }) => sql`extract(year from ${dayOf(arg(0).value(), arg(0).type, context.zone)})`,
}
