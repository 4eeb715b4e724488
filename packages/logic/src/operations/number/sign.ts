import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const sign: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'SIGN',
    aliases: ['符号'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: '1 above zero, 0 for zero, -1 below.',
      zh: '正数为 1，零为 0，负数为 -1。',
    },
    example: ['SIGN(-2.5)', '-1'],
  },
  check: signature(['number'], NUMBER),
  evaluate: (values) => withNumbers(values, (number) => new Decimal(number.comparedTo(0))),
  sql: ({ arg }) => sql`sign(${arg(0).value()})`,
}
