import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { distinct, elementOf, filled, requireListOf } from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'
import { NUMBER } from '../../value-type.ts'

export const countDistinct: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'COUNTDISTINCT',
    aliases: ['去重计数'],
    params: { en: ['list'], zh: ['列表'] },
    help: {
      en: 'How many different values a list has.',
      zh: '列表中不同值的个数。',
    },
    example: ['COUNTDISTINCT({1, 2, 2})', '2'],
  },
  check(call) {
    requireListOf(call, call.args[0])
    return NUMBER
  },
  evaluate: ([list], _, types) => new Decimal(distinct(filled(list ?? null, elementOf(types[0]))).length),
  sql: ({ arg }) => sql`(select count(distinct _l.v)::numeric from (${arg(0).rows()}) as _l(v))`,
}
