import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { greatestDivisor, wholePart } from '../../semantics/whole-numbers.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const lcm: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'LCM',
    aliases: ['最小公倍数'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'The least common multiple of two whole numbers; decimals are cut off.',
      zh: '两个整数的最小公倍数，小数部分舍去。',
    },
    example: ['LCM(4, 6)', '12'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (first, second) => {
      const [a, b] = [wholePart(first), wholePart(second)]
      return new Decimal(a === 0n || b === 0n ? 0 : String((a / greatestDivisor(a, b)) * b))
    }),
  sql: ({ arg }) => sql`lcm(trunc(${arg(0).value()}), trunc(${arg(1).value()}))`,
}
