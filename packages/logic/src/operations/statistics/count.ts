import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { elementsSql, flatten } from '../../semantics/elements.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const count: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'COUNT',
    aliases: ['计数'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'How many values are not empty.',
      zh: '非空值的个数。',
    },
  },
  check: signature([], NUMBER, 'any'),
  evaluate: (values) => new Decimal(flatten(values).length),
  sql: ({ args }) => sql`(select count(v)::numeric from (${elementsSql(args, 'text')}) as _l(v))`,
}
