import { Decimal, divide } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { checkConditional, matchingNumbers, matchingSql } from '../../semantics/conditional-lists.ts'
import { sql } from '../../sql/fragment.ts'
import { quotient } from '../../sql/pieces.ts'

export const averageIf: StrictOperation = {
  arity: [3, 4],
  formula: {
    name: 'AVERAGEIF',
    aliases: ['条件平均'],
    params: { en: ['list', 'sign', 'value', 'numbers'], zh: ['列表', '比较符', '值', '数值'] },
    help: {
      en: 'Averages the numbers of a list, or those beside it in another, where the value compares as the sign says.',
      zh: '对列表中满足比较的数值求平均，也可对另一列表同一行的数值求平均。',
    },
    example: ['AVERAGEIF({5, 20, 30}, ">", 10)', '25'],
  },
  check: checkConditional,
  evaluate(values, _, types) {
    const numbers = matchingNumbers(values, types)
    const total = numbers.reduce<Decimal>((sum, number) => sum.plus(number), new Decimal(0))
    return divide(total, new Decimal(numbers.length))
  },
  sql: ({ args }) =>
    sql`(select ${quotient(sql`sum(_z.b)`, sql`count(_z.b)::numeric`)} from ${matchingSql(args)})`,
}
