import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { checkComparison, matchSql, matching } from '../../semantics/conditional-lists.ts'
import { sql } from '../../sql/fragment.ts'
import { NUMBER } from '../../value-type.ts'

export const countIf: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'COUNTIF',
    aliases: ['条件计数'],
    params: { en: ['list', 'sign', 'value'], zh: ['列表', '比较符', '值'] },
    help: {
      en: 'How many values of a list compare with a value as "=", "<>", "<", "<=", ">" or ">=" says.',
      zh: '列表中满足比较的值的个数，比较符为 "="、"<>"、"<"、"<="、">" 或 ">="。',
    },
    example: ['COUNTIF({5, 20, 30}, ">", 10)', '2'],
  },
  check(call) {
    checkComparison(call)
    return NUMBER
  },
  evaluate: (values, _, types) => new Decimal(matching(values, types).filter(Boolean).length),
  sql: ({ arg }) =>
    sql`(select count(*)::numeric from (${arg(0).rows()}) as _z(a) where ${matchSql(arg(1), arg(2))})`,
}
