import type { StrictOperation } from '../../operation.ts'
import { Decimal } from '../../decimal.ts'
import { param, sql } from '../../sql/fragment.ts'
import { checkRounding, digitsOf, roundDigits } from '../../semantics/rounding.ts'
import { integerOf, numberOf } from '../../value.ts'

export const roundDown: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'ROUNDDOWN',
    aliases: ['向下舍入', 'TRUNC'],
    params: { en: ['number', 'digits'], zh: ['数值', '小数位'] },
    help: {
      en: 'Rounds towards zero to the given decimals.',
      zh: '按接近零的方向舍入到指定小数位。',
    },
  },
  check: checkRounding,
  evaluate([value, digits]) {
    const number = numberOf(value ?? null)
    return number === null ? null : roundDigits(number, integerOf(digits ?? 0) ?? 0, Decimal.ROUND_DOWN)
  },
  sql: ({ arg, args: [, digits] }) => sql`trunc(${arg(0).value()}, ${param(digitsOf(digits), 'int')})`,
}
