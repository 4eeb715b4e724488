import type { StrictOperation } from '../../operation.ts'
import { arraySql, checkList, elementOf, filled, itemsSql, listAnswer } from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'
import { wholeNumber } from '../../sql/pieces.ts'
import { requireType } from '../../typing.ts'
import { integerOf } from '../../value.ts'

export const skip: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'SKIP',
    aliases: ['跳过几个', 'DROP'],
    params: { en: ['list', 'count'], zh: ['列表', '个数'] },
    help: {
      en: 'The list without its first values.',
      zh: '去掉开头若干个值后的列表。',
    },
    example: ['SKIP({7, 8, 9}, 2)', '9'],
  },
  check(call) {
    requireType(call, call.args[1], 'number')
    return checkList(call)
  },
  evaluate([list, count], _, types) {
    const size = integerOf(count ?? null) ?? 0
    return listAnswer(filled(list ?? null, elementOf(types[0])).slice(Math.max(size, 0)))
  },
  sql({ arg }) {
    const size = sql`coalesce(${wholeNumber(arg(1).value())}, 0)`
    return arraySql(sql`select _i.v from ${itemsSql(arg(0))} where _i.o > ${size} order by _i.o`)
  },
}
