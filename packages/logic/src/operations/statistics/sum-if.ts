import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { checkConditional, matchingNumbers, matchingSql } from '../../semantics/conditional-lists.ts'
import { sql } from '../../sql/fragment.ts'

export const sumIf: StrictOperation = {
  arity: [3, 4],
  formula: {
    name: 'SUMIF',
    aliases: ['条件求和'],
    params: { en: ['list', 'sign', 'value', 'numbers'], zh: ['列表', '比较符', '值', '数值'] },
    help: {
      en: 'Adds the numbers of a list, or those beside it in another, where the value compares as the sign says.',
      zh: '对列表中满足比较的数值求和，也可对另一列表同一行的数值求和。',
    },
    example: ['SUMIF({"a", "b", "a"}, "=", "a", {1, 2, 3})', '4'],
  },
  check: checkConditional,
  evaluate: (values, _, types) =>
    matchingNumbers(values, types).reduce((total, number) => total.plus(number), new Decimal(0)),
  sql: ({ args }) => sql`(select coalesce(sum(_z.b), 0) from ${matchingSql(args)})`,
}
