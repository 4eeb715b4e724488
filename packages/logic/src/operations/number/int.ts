import type { StrictOperation } from '../../operation.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const int: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'INT',
    aliases: ['取整'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The largest whole number that is not above the number: INT(-1.5) is -2.',
      zh: '不大于该数值的最大整数：INT(-1.5) 为 -2。',
    },
    example: ['INT(-1.5)', '-2'],
  },
  check: signature(['number'], NUMBER),
  evaluate: (values) => withNumbers(values, (number) => number.floor()),
  sql: ({ arg }) => sql`floor(${arg(0).value()})`,
}
