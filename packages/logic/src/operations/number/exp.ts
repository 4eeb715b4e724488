import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { precise, preciseSql, settle, settleSql } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { param, sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

const MOST = 92
const LEAST = -60

export const exp: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'EXP',
    aliases: ['自然指数'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The number e raised to a power, to 10 decimals; empty above 92.',
      zh: 'e 的乘幂，保留 10 位小数；指数大于 92 时为空。',
    },
    example: ['EXP(1)', '2.7182818285'],
  },
  check: signature(['number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number) => {
      if (number.greaterThan(MOST)) return null
      return number.lessThan(LEAST) ? new Decimal(0) : settle(precise(number).exp())
    }),
  sql: ({ args }) =>
    once(args, (number) => {
      const [most, least] = [param(MOST, 'int'), param(LEAST, 'int')]
      return settleSql(
        sql`case when ${number} > ${most} then null when ${number} < ${least} then 0 else exp(${preciseSql(number)}) end`,
      )
    }),
}
