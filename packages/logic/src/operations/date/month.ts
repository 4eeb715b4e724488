import type { StrictOperation } from '../../operation.ts'
import { dayIn, partsOf } from '../../calendar.ts'
import { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const month: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'MONTH',
    aliases: ['月'],
    params: { en: ['date'], zh: ['日期'] },
    help: {
      en: 'The month of a date, 1 to 12.',
      zh: '日期的月份，1 到 12。',
    },
  },
  check: signature(['moment'], NUMBER),
  evaluate([value], context) {
    const day = typeof value === 'string' ? dayIn(context.zone, value) : null
    return day === null ? null : new Decimal(partsOf(day).month)
  },
  sql: ({ arg, context }) => sql`extract(month from ${dayOf(arg(0).value(), arg(0).type, context.zone)})`,
}
