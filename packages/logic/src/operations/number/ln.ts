import type { StrictOperation } from '../../operation.ts'
import { precise, preciseSql, settle, settleSql } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const ln: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LN',
    aliases: ['自然对数'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The natural logarithm to 10 decimals; empty for zero and below.',
      zh: '自然对数，保留 10 位小数；零和负数为空。',
    },
    example: ['LN(10)', '2.302585093'],
  },
  check: signature(['number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number) => (number.greaterThan(0) ? settle(precise(number).ln()) : null)),
  sql: ({ args }) =>
    once(args, (number) => settleSql(sql`ln(case when ${number} > 0 then ${preciseSql(number)} end)`)),
}
