import type { StrictOperation } from '../../operation.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const even: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'EVEN',
    aliases: ['向上取偶'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The next even number, away from zero.',
      zh: '远离零方向的下一个偶数。',
    },
    example: ['EVEN(2.1)', '4'],
  },
  check: signature(['number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number) => {
      const even = number.abs().times(0.5).ceil().times(2)
      return number.lessThan(0) ? even.negated() : even
    }),
  sql: ({ args }) => once(args, (number) => sql`sign(${number}) * ceil(abs(${number}) * 0.5) * 2`),
}
