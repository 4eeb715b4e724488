import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { checkRounding, digitsOf, roundDigits } from '../../semantics/rounding.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import type { SqlFragment } from '../../sql/fragment.ts'
import { param, sql } from '../../sql/fragment.ts'
import { integerOf } from '../../value.ts'

function halfEvenSql(number: SqlFragment, digits: number): SqlFragment {
  const power = (exponent: number) => param(new Decimal(10).pow(exponent).toFixed(), 'numeric')
  const isUp = sql`_h.n - floor(_h.n) > 0.5 or (_h.n - floor(_h.n) = 0.5 and mod(floor(_h.n), 2) <> 0)`
  const rounded = sql`(floor(_h.n) + case when ${isUp} then 1 else 0 end) * ${power(-digits)}`
  return sql`(select ${rounded} from (select ${number} * ${power(digits)} as n offset 0) as _h)`
}

export const roundEven: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'ROUNDEVEN',
    aliases: ['银行家舍入', '四舍六入五成双'],
    params: { en: ['number', 'digits'], zh: ['数值', '小数位'] },
    help: {
      en: 'Rounds to the given decimals, halves to the even digit.',
      zh: '舍入到指定小数位，正中间时取偶数（四舍六入五成双）。',
    },
    example: ['ROUNDEVEN(2.345, 2)', '2.34'],
  },
  check: checkRounding,
  evaluate: ([value, digits]) =>
    withNumbers([value ?? null], (number) =>
      roundDigits(number, integerOf(digits ?? 0) ?? 0, Decimal.ROUND_HALF_EVEN),
    ),
  sql: ({ arg, args: [, digits] }) => halfEvenSql(arg(0).value(), digitsOf(digits)),
}
