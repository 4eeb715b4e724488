import type { StrictOperation } from '../../operation.ts'
import { asFlag } from '../../sql/pieces.ts'
import { checkMembership, isMember, memberSql } from '../../semantics/membership.ts'
import { ANY } from '../../value-type.ts'

export const isIn: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'IN',
    aliases: ['属于'],
    params: { en: ['value', 'list'], zh: ['值', '列表'] },
    help: {
      en: 'True when the value is in the list.',
      zh: '值在列表中时为真。',
    },
  },
  sentence: { en: '{0} is one of {1}', zh: '{0} 是 {1} 之一' },
  check: checkMembership,
  evaluate: ([value, list], _, types) => isMember(value ?? null, list ?? null, types[0] ?? ANY),
  sql: (call) => asFlag(memberSql(call), call.mode),
}
