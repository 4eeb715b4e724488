import type { StrictOperation } from '../../operation.ts'
import { divide } from '../../decimal.ts'
import { quotient } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const div: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'DIVIDE',
    aliases: ['除'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'Divides, rounded half-up to 10 decimals; empty when the divisor is zero.',
      zh: '相除，四舍五入到 10 位小数；除数为零时为空。',
    },
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate([first, second]) {
    const a = numberOf(first ?? null)
    const b = numberOf(second ?? null)
    return a === null || b === null ? null : divide(a, b)
  },
  sql: ({ arg }) => quotient(arg(0).value(), arg(1).value()),
}
