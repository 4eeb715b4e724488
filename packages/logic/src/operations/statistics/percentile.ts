import type { StrictOperation } from '../../operation.ts'
import { checkPlace, percentileOf, percentileSql } from '../../semantics/number-lists.ts'
import { withNumbers } from '../../semantics/with-values.ts'

export const percentile: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'PERCENTILE',
    aliases: ['百分位数'],
    params: { en: ['list', 'share'], zh: ['列表', '比例'] },
    help: {
      en: 'The value below which a share of the numbers lies, from 0 to 1; between two of them in proportion.',
      zh: '列表的百分位数，比例为 0 到 1，按线性插值。',
    },
    example: ['PERCENTILE({1, 2, 3, 4}, 0.5)', '2.5'],
  },
  check: checkPlace,
  evaluate: ([list, share]) => withNumbers([share ?? null], (part) => percentileOf(list ?? null, part)),
  sql: ({ arg }) => percentileSql(arg(0), arg(1).value()),
}
