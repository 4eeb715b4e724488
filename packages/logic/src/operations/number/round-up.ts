import type { StrictOperation } from '../../operation.ts'
import { Decimal } from '../../decimal.ts'
import { once } from '../../sql/once.ts'
import { checkRounding, digitsOf, roundDigits, roundUpSql } from '../../semantics/rounding.ts'
import { integerOf, numberOf } from '../../value.ts'

export const roundUp: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'ROUNDUP',
    aliases: ['向上舍入'],
    params: { en: ['number', 'digits'], zh: ['数值', '小数位'] },
    help: {
      en: 'Rounds away from zero to the given decimals.',
      zh: '按远离零的方向舍入到指定小数位。',
    },
  },
  check: checkRounding,
  evaluate([value, digits]) {
    const number = numberOf(value ?? null)
    return number === null ? null : roundDigits(number, integerOf(digits ?? 0) ?? 0, Decimal.ROUND_UP)
  },
  sql: ({ arg, args: [, digits] }) => once([arg(0)], (value) => roundUpSql(value, digitsOf(digits))),
}
