import type { StrictOperation } from '../../operation.ts'
import { at, checkElement, elementOf, filled, itemsSql, placedSql } from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'
import { requireType } from '../../typing.ts'

export const elementAt: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'INDEX',
    aliases: ['取第几个'],
    params: { en: ['list', 'position'], zh: ['列表', '位置'] },
    help: {
      en: 'The value at a position of the list, 1 for the first; empty values do not count.',
      zh: '列表中指定位置的值，首个为 1，空值不计。',
    },
    example: ['INDEX({7, 8, 9}, 2)', '8'],
  },
  passes: (index) => index === 0,
  check(call) {
    requireType(call, call.args[1], 'number')
    return checkElement(call)
  },
  evaluate: ([list, position], _, types) => at(filled(list ?? null, elementOf(types[0])), position),
  sql: ({ arg }) => placedSql(sql`select _i.v from ${itemsSql(arg(0))} order by _i.o`, arg(1)),
}
