import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { greatestDivisor, wholePart } from '../../semantics/whole-numbers.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const gcd: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'GCD',
    aliases: ['最大公约数'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'The greatest common divisor of two whole numbers; decimals are cut off.',
      zh: '两个整数的最大公约数，小数部分舍去。',
    },
    example: ['GCD(12, 18)', '6'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (a, b) => new Decimal(String(greatestDivisor(wholePart(a), wholePart(b))))),
  sql: ({ arg }) => sql`gcd(trunc(${arg(0).value()}), trunc(${arg(1).value()}))`,
}
