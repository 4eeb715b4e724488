import type { StrictOperation } from '../../operation.ts'
import { agreeComparable, equalSql, knownType } from '../../semantics/equality.ts'
import { isSame } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const eq: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'EQ',
    aliases: ['等于'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'True when both values are equal.',
      zh: '两个值相等时为真。',
    },
  },
  sentence: { en: '{0} is {1}', zh: '{0} 是 {1}' },
  check(call) {
    agreeComparable(call, call.args)
    return BOOLEAN
  },
  evaluate: ([a, b], _, types) => isSame(a ?? null, b ?? null, knownType(types)),
  sql: ({ args, mode }) => equalSql(args, mode),
}
