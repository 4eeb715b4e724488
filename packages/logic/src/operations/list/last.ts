import type { StrictOperation } from '../../operation.ts'
import { checkElement, elementOf, filled, itemsSql } from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'

export const last: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LAST',
    aliases: ['最后一个'],
    params: { en: ['list'], zh: ['列表'] },
    help: {
      en: 'The last value of a list.',
      zh: '列表的最后一个值。',
    },
    example: ['LAST({7, 8})', '8'],
  },
  passes: (index) => index === 0,
  check: checkElement,
  evaluate: ([list], _, types) => filled(list ?? null, elementOf(types[0])).at(-1) ?? null,
  sql: ({ arg }) => sql`(select _i.v from ${itemsSql(arg(0))} order by _i.o desc limit 1)`,
}
