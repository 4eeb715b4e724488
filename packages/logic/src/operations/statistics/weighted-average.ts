import { Decimal, divide } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { checkPairs, pairsOf, pairsSql } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'
import { quotient } from '../../sql/pieces.ts'

export const weightedAverage: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'WEIGHTEDAVERAGE',
    aliases: ['加权平均'],
    params: { en: ['values', 'weights'], zh: ['值', '权重'] },
    help: {
      en: 'The average of a list in which every value counts by its weight; empty when the weights add up to zero.',
      zh: '按权重计算的平均数；权重合计为零时为空。',
    },
    example: ['WEIGHTEDAVERAGE({10, 20}, {3, 1})', '12.5'],
  },
  check: checkPairs,
  evaluate(values) {
    const pairs = pairsOf(values)
    const total = pairs.reduce((sum, [value, weight]) => sum.plus(value.times(weight)), new Decimal(0))
    return divide(
      total,
      pairs.reduce((sum, [, weight]) => sum.plus(weight), new Decimal(0)),
    )
  },
  sql: ({ arg }) =>
    sql`(select ${quotient(sql`sum(_z.a * _z.b)`, sql`sum(_z.b)`)} from ${pairsSql(arg(0), arg(1))} where _z.a is not null and _z.b is not null)`,
}
