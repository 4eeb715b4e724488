import type { StrictOperation } from '../../operation.ts'
import { Decimal } from '../../decimal.ts'
import { param, sql } from '../../sql/fragment.ts'
import { checkRounding, digitsOf, roundDigits } from '../../semantics/rounding.ts'
import { integerOf, numberOf } from '../../value.ts'

export const round: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'ROUND',
    aliases: ['四舍五入'],
    params: { en: ['number', 'digits'], zh: ['数值', '小数位'] },
    help: {
      en: 'Rounds half away from zero to the given decimals.',
      zh: '四舍五入到指定小数位。',
    },
  },
  check: checkRounding,
  evaluate([value, digits]) {
    const number = numberOf(value ?? null)
    return number === null ? null : roundDigits(number, integerOf(digits ?? 0) ?? 0, Decimal.ROUND_HALF_UP)
  },
  sql: ({ arg, args: [, digits] }) => sql`round(${arg(0).value()}, ${param(digitsOf(digits), 'int')})`,
}
