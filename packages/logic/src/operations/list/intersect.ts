import type { StrictOperation } from '../../operation.ts'
import {
  arraySql,
  checkTwoLists,
  elementOf,
  firstSeenSql,
  itemsSql,
  listAnswer,
  sifted,
} from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'

export const intersect: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'INTERSECT',
    aliases: ['交集'],
    params: { en: ['list', 'other'], zh: ['列表', '另一列表'] },
    help: {
      en: 'The values that both lists have, each once.',
      zh: '两个列表共有的值，每个只保留一次。',
    },
    example: ['INTERSECT({1, 2, 3}, {3, 2})', '2, 3'],
  },
  check: checkTwoLists,
  evaluate: ([list, other], _, types) =>
    listAnswer(sifted(list ?? null, other ?? null, elementOf(types[0]), true)),
  sql: ({ arg }) => arraySql(firstSeenSql(itemsSql(arg(0)), sql`_i.v in (${arg(1).rows()})`)),
}
