import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { checkMembership, isMember, memberSql } from '../../semantics/membership.ts'
import { ANY } from '../../value-type.ts'

export const notIn: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'NOTIN',
    aliases: ['不属于'],
    params: { en: ['value', 'list'], zh: ['值', '列表'] },
    help: {
      en: 'True when the value is not in the list.',
      zh: '值不在列表中时为真。',
    },
  },
  sentence: { en: '{0} is none of {1}', zh: '{0} 不是 {1} 中的任何一个' },
  check: checkMembership,
  evaluate: ([value, list], _, types) => !isMember(value ?? null, list ?? null, types[0] ?? ANY),
  sql: (call) => sql`(${memberSql(call)}) is not true`,
}
