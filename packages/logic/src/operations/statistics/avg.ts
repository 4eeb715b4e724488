import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { Decimal, divide } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { checkNumbers, elementsSql, flatten } from '../../semantics/elements.ts'
import { quotient } from '../../sql/pieces.ts'
import { numberOf } from '../../value.ts'

export const avg: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'AVERAGE',
    aliases: ['平均值', 'AVG', '平均'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'Average of the values that are not empty.',
      zh: '非空值的平均数。',
    },
  },
  check: checkNumbers,
  evaluate(values) {
    const numbers = flatten(values).map((value) => numberOf(value) ?? new Decimal(0))
    return divide(
      numbers.reduce((total, number) => total.plus(number), new Decimal(0)),
      new Decimal(numbers.length),
    )
  },
  sql: ({ args }) =>
    sql`(select ${quotient(sql`sum(v)`, sql`count(v)`)} from (${elementsSql(args)}) as _l(v))`,
}
