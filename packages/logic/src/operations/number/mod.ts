import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const mod: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'MOD',
    aliases: ['求余', '余数'],
    params: { en: ['number', 'divisor'], zh: ['数值', '除数'] },
    help: {
      en: 'Remainder of a division, with the sign of the divisor.',
      zh: '除法的余数，符号与除数相同。',
    },
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate([first, second]) {
    const a = numberOf(first ?? null)
    const b = numberOf(second ?? null)
    // The remainder takes the sign of the divisor, as in spreadsheets.
    return a === null || b === null || b.isZero() ? null : a.modulo(b).plus(b).modulo(b)
  },
  sql: ({ args }) =>
    once(args, (a, divisor) => {
      const b = sql`nullif(${divisor}, 0)`
      return sql`mod(mod(${a}, ${b}) + ${b}, ${b})`
    }),
}
