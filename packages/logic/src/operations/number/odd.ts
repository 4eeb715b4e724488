import type { StrictOperation } from '../../operation.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const odd: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ODD',
    aliases: ['向上取奇'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The next odd number, away from zero; 1 for zero.',
      zh: '远离零方向的下一个奇数；零为 1。',
    },
    example: ['ODD(3.1)', '5'],
  },
  check: signature(['number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number) => {
      const odd = number.abs().minus(1).times(0.5).ceil().times(2).plus(1)
      return number.lessThan(0) ? odd.negated() : odd
    }),
  sql: ({ args }) =>
    once(args, (number) => {
      const odd = sql`(ceil((abs(${number}) - 1) * 0.5) * 2 + 1)`
      return sql`case when ${number} < 0 then -${odd} else ${odd} end`
    }),
}
