import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { checkNumbers, elementsSql, flatten } from '../../semantics/elements.ts'
import { numberOf } from '../../value.ts'

export const sum: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'SUM',
    aliases: ['求和'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'Adds all numbers; empty ones are left out.',
      zh: '求和，忽略空值。',
    },
  },
  check: checkNumbers,
  evaluate: (values) =>
    flatten(values).reduce<Decimal>((total, value) => total.plus(numberOf(value) ?? 0), new Decimal(0)),
  sql: ({ args }) => sql`(select coalesce(sum(v), 0) from (${elementsSql(args)}) as _l(v))`,
}
