import type { StrictOperation } from '../../operation.ts'
import { precise, preciseSql, settle, settleSql } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { param, sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

const MOST = 100

export const power: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'POWER',
    aliases: ['乘幂', '幂'],
    params: { en: ['number', 'exponent'], zh: ['数值', '指数'] },
    help: {
      en: 'The number raised to a power between -100 and 100, to 10 decimals; empty when there is no real answer.',
      zh: '数值的乘幂，指数在 -100 到 100 之间，保留 10 位小数；无实数结果时为空。',
    },
    example: ['POWER(2, 10)', '1024'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (base, exponent) => {
      if (exponent.abs().greaterThan(MOST)) return null
      if (base.isZero() && exponent.lessThan(0)) return null
      if (base.lessThan(0) && !exponent.isInteger()) return null
      return settle(precise(base).pow(exponent))
    }),
  sql: ({ args }) =>
    once(args, (base, exponent) => {
      const isReal = sql`${base} > 0 or (${base} = 0 and ${exponent} >= 0) or (${base} < 0 and ${exponent} = trunc(${exponent}))`
      const isPossible = sql`abs(${exponent}) <= ${param(MOST, 'int')} and (${isReal})`
      return settleSql(sql`case when ${isPossible} then power(${preciseSql(base)}, ${exponent}) end`)
    }),
}
