import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { toWorkingScale } from '../../decimal.ts'
import type { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { roundToWorkingScale } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const mul: StrictOperation = {
  arity: [2, MANY],
  formula: {
    name: 'MULTIPLY',
    aliases: ['乘'],
    params: { en: ['a', 'b', '…'], zh: ['甲', '乙', '…'] },
    help: {
      en: 'Multiplies numbers; empty when one is empty.',
      zh: '相乘；任一为空则为空。',
    },
  },
  check: signature([], NUMBER, 'number'),
  evaluate(values) {
    let product: Decimal | null = null
    for (const value of values) {
      const number = numberOf(value)
      if (number === null) return null
      product = product === null ? number : toWorkingScale(product.times(number))
    }
    return product
  },
  sql: ({ arg, args }) =>
    args
      .slice(1)
      .reduce((product, factor) => roundToWorkingScale(sql`${product} * ${factor.value()}`), arg(0).value()),
}
