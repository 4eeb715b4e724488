import type { StrictOperation } from '../../operation.ts'
import { checkElement, elementOf, filled, itemsSql } from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'

export const first: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'FIRST',
    aliases: ['第一个'],
    params: { en: ['list'], zh: ['列表'] },
    help: {
      en: 'The first value of a list.',
      zh: '列表的第一个值。',
    },
    example: ['FIRST({7, 8})', '7'],
  },
  passes: (index) => index === 0,
  check: checkElement,
  evaluate: ([list], _, types) => filled(list ?? null, elementOf(types[0]))[0] ?? null,
  sql: ({ arg }) => sql`(select _i.v from ${itemsSql(arg(0))} order by _i.o limit 1)`,
}
