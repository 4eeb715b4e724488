import type { StrictOperation } from '../../operation.ts'
import { precise, preciseSql, settle, settleSql } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const sqrt: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'SQRT',
    aliases: ['平方根', '开方'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The square root to 10 decimals; empty below zero.',
      zh: '平方根，保留 10 位小数；负数为空。',
    },
    example: ['SQRT(2)', '1.4142135624'],
  },
  check: signature(['number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number) => (number.lessThan(0) ? null : settle(precise(number).sqrt()))),
  sql: ({ args }) =>
    once(args, (number) => settleSql(sql`sqrt(case when ${number} >= 0 then ${preciseSql(number)} end)`)),
}
