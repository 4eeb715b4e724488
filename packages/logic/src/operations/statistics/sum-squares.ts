import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers, elementsSql } from '../../semantics/elements.ts'
import { numbersIn } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'

export const sumSquares: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'SUMSQ',
    aliases: ['平方和'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'The sum of the squares of all numbers.',
      zh: '所有数值的平方和。',
    },
    example: ['SUMSQ(3, 4)', '25'],
  },
  check: checkNumbers,
  evaluate: (values) =>
    numbersIn(values).reduce((total, number) => total.plus(number.times(number)), new Decimal(0)),
  sql: ({ args }) => sql`(select coalesce(sum(_l.v * _l.v), 0) from (${elementsSql(args)}) as _l(v))`,
}
