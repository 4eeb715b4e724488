import type { StrictOperation } from '../../operation.ts'
import { at, placedSql } from '../../semantics/lists.ts'
import { checkPlace, sortedNumbers, valuesSql } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'

export const small: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'SMALL',
    aliases: ['第几小'],
    params: { en: ['list', 'place'], zh: ['列表', '名次'] },
    help: {
      en: 'The smallest number of a list, the second smallest and so on.',
      zh: '列表中第几小的数值。',
    },
    example: ['SMALL({3, 9, 5}, 2)', '5'],
  },
  check: checkPlace,
  evaluate: ([list, place]) => at(sortedNumbers([list ?? null]), place),
  sql: ({ arg }) => placedSql(sql`${valuesSql(arg(0))} order by _l.v`, arg(1)),
}
