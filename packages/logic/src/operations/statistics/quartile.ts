import type { StrictOperation } from '../../operation.ts'
import { checkPlace, percentileOf, percentileSql } from '../../semantics/number-lists.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'

export const quartile: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'QUARTILE',
    aliases: ['四分位数'],
    params: { en: ['list', 'quarter'], zh: ['列表', '第几个'] },
    help: {
      en: 'The quartiles of the numbers: 0 least, 1 first quarter, 2 median, 3 third quarter, 4 most.',
      zh: '四分位数：0 最小值，1 第一四分位，2 中位数，3 第三四分位，4 最大值。',
    },
    example: ['QUARTILE({1, 2, 3, 4, 5}, 1)', '2'],
  },
  check: checkPlace,
  evaluate: ([list, quarter]) =>
    withNumbers([quarter ?? null], (number) => percentileOf(list ?? null, number.trunc().times(0.25))),
  sql: ({ arg }) => percentileSql(arg(0), sql`trunc(${arg(1).value()}) * 0.25`),
}
