import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { best, checkOrdered, elementsSql, flatten } from '../../semantics/elements.ts'

export const maximum: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'MAX',
    aliases: ['最大值', '最大'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'The largest number, or the latest date.',
      zh: '最大的数值或最晚的日期。',
    },
  },
  check: checkOrdered,
  evaluate: (values) => best(flatten(values), (order) => order > 0),
  sql: ({ args }) => sql`(select max(v) from (${elementsSql(args)}) as _l(v))`,
}
