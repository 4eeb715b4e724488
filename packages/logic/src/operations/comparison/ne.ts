import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { agreeComparable, equalSql, knownType } from '../../semantics/equality.ts'
import { isSame } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const ne: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'NE',
    aliases: ['不等于'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'True when the values differ.',
      zh: '两个值不相等时为真。',
    },
  },
  sentence: { en: '{0} is not {1}', zh: '{0} 不是 {1}' },
  check(call) {
    agreeComparable(call, call.args)
    return BOOLEAN
  },
  evaluate: ([a, b], _, types) => !isSame(a ?? null, b ?? null, knownType(types)),
  sql: ({ args, mode }) => sql`(${equalSql(args, mode)}) is not true`,
}
