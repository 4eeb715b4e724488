import type { StrictOperation } from '../../operation.ts'
import { precise, preciseSql, settle, settleSql } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const logarithm: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'LOG',
    aliases: ['对数', 'LOG10'],
    params: { en: ['number', 'base'], zh: ['数值', '底数'] },
    help: {
      en: 'The logarithm to base 10, or to the given base, to 10 decimals; empty when there is none.',
      zh: '以 10 或指定数为底的对数，保留 10 位小数；无结果时为空。',
    },
    example: ['LOG(8, 2)', '3'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: ([number, base = 10]) =>
    withNumbers([number ?? null, base], (value, root) => {
      if (!value.greaterThan(0) || !root.greaterThan(0) || root.equals(1)) return null
      return settle(precise(value).ln().dividedBy(precise(root).ln()))
    }),
  sql: ({ args }) =>
    once(args, (number, given) => {
      const base = args.length > 1 ? given : sql`10::numeric`
      const root = sql`case when ${base} > 0 and ${base} <> 1 then ${preciseSql(base)} end`
      return settleSql(sql`log(${root}, case when ${number} > 0 then ${preciseSql(number)} end)`)
    }),
}
