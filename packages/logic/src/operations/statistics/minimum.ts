import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { best, checkOrdered, elementsSql, flatten } from '../../semantics/elements.ts'

export const minimum: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'MIN',
    aliases: ['最小值', '最小'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'The smallest number, or the earliest date.',
      zh: '最小的数值或最早的日期。',
    },
  },
  check: checkOrdered,
  evaluate: (values) => best(flatten(values), (order) => order < 0),
  sql: ({ args }) => sql`(select min(v) from (${elementsSql(args)}) as _l(v))`,
}
