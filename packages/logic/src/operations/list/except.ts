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

export const except: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'EXCEPT',
    aliases: ['差集'],
    params: { en: ['list', 'other'], zh: ['列表', '另一列表'] },
    help: {
      en: 'The values of a list that the other does not have, each once.',
      zh: '列表中有而另一列表中没有的值，每个只保留一次。',
    },
    example: ['EXCEPT({1, 2, 3}, {3, 2})', '1'],
  },
  check: checkTwoLists,
  evaluate: ([list, other], _, types) =>
    listAnswer(sifted(list ?? null, other ?? null, elementOf(types[0]), false)),
  sql: ({ arg }) =>
    arraySql(
      firstSeenSql(
        itemsSql(arg(0)),
        sql`not exists (select 1 from (${arg(1).rows()}) as _x(v) where _x.v = _i.v)`,
      ),
    ),
}
