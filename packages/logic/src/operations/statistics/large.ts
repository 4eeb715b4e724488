import type { StrictOperation } from '../../operation.ts'
import { at, placedSql } from '../../semantics/lists.ts'
import { checkPlace, sortedNumbers, valuesSql } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'

export const large: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'LARGE',
    aliases: ['第几大'],
    params: { en: ['list', 'place'], zh: ['列表', '名次'] },
    help: {
      en: 'The largest number of a list, the second largest and so on.',
      zh: '列表中第几大的数值。',
    },
    example: ['LARGE({3, 9, 5}, 2)', '5'],
  },
  check: checkPlace,
  evaluate: ([list, place]) => at(sortedNumbers([list ?? null]).toReversed(), place),
  sql: ({ arg }) => placedSql(sql`${valuesSql(arg(0))} order by _l.v desc`, arg(1)),
}
