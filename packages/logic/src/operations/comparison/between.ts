import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { asFlag } from '../../sql/pieces.ts'
import { agree } from '../../typing.ts'
import { compareValues } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const between: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'BETWEEN',
    aliases: ['介于'],
    params: { en: ['value', 'from', 'to'], zh: ['值', '从', '到'] },
    help: {
      en: 'True when the value lies between both ends, ends included.',
      zh: '值在两端之间（含两端）时为真。',
    },
  },
  sentence: { en: '{0} is between {1} and {2}', zh: '{0} 介于 {1} 和 {2} 之间' },
  check(call) {
    agree(call, call.args, ['number', 'date', 'dateTime', 'time'])
    return BOOLEAN
  },
  evaluate([value, low, high]) {
    const fromLow = compareValues(value ?? null, low ?? null)
    const toHigh = compareValues(value ?? null, high ?? null)
    return fromLow !== null && toHigh !== null && fromLow >= 0 && toHigh <= 0
  },
  sql: ({ args, mode }) =>
    asFlag(
      once(args, (value, low, high) => sql`${value} >= ${low} and ${value} <= ${high}`),
      mode,
    ),
}
