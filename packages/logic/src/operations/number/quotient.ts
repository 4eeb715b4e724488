import type { StrictOperation } from '../../operation.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const quotient: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'QUOTIENT',
    aliases: ['整除'],
    params: { en: ['number', 'divisor'], zh: ['数值', '除数'] },
    help: {
      en: 'The whole part of a division; empty when the divisor is zero.',
      zh: '除法的整数部分；除数为零时为空。',
    },
    example: ['QUOTIENT(-7, 2)', '-3'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) => withNumbers(values, (a, b) => (b.isZero() ? null : a.dividedToIntegerBy(b))),
  sql: ({ arg }) => sql`div(${arg(0).value()}, nullif(${arg(1).value()}, 0))`,
}
