import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { Decimal } from '../../decimal.ts'
import { joinSql, sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const add: StrictOperation = {
  arity: [2, MANY],
  formula: {
    name: 'ADD',
    aliases: ['加'],
    params: { en: ['a', 'b', '…'], zh: ['甲', '乙', '…'] },
    help: {
      en: 'Adds numbers; empty when one is empty.',
      zh: '相加；任一为空则为空。',
    },
  },
  check: signature([], NUMBER, 'number'),
  evaluate(values) {
    let sum = new Decimal(0)
    for (const value of values) {
      const number = numberOf(value)
      if (number === null) return null
      sum = sum.plus(number)
    }
    return sum
  },
  sql: ({ args }) =>
    sql`(${joinSql(
      args.map((arg) => arg.value()),
      sql` + `,
    )})`,
}
