import type { StrictOperation } from '../../operation.ts'
import { arraySql, checkList, elementOf, filled, itemsSql, listAnswer } from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'
import { wholeNumber } from '../../sql/pieces.ts'
import { requireType } from '../../typing.ts'
import { integerOf } from '../../value.ts'

export const take: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'TAKE',
    aliases: ['取前几个'],
    params: { en: ['list', 'count'], zh: ['列表', '个数'] },
    help: {
      en: 'The first values of a list.',
      zh: '列表开头的若干个值。',
    },
    example: ['TAKE({7, 8, 9}, 2)', '7, 8'],
  },
  check(call) {
    requireType(call, call.args[1], 'number')
    return checkList(call)
  },
  evaluate([list, count], _, types) {
    const size = integerOf(count ?? null)
    return listAnswer(filled(list ?? null, elementOf(types[0])).slice(0, Math.max(size ?? 0, 0)))
  },
  sql: ({ arg }) =>
    arraySql(
      sql`select _i.v from ${itemsSql(arg(0))} where _i.o <= coalesce(${wholeNumber(arg(1).value())}, 0) order by _i.o`,
    ),
}
