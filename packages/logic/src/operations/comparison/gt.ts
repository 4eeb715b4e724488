import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { asFlag } from '../../sql/pieces.ts'
import { agree } from '../../typing.ts'
import { compareValues } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const gt: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'GT',
    aliases: ['大于'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'True when the first value is more than the second.',
      zh: '第一个值大于第二个值时为真。',
    },
  },
  sentence: {
    en: '{0} is more than {1}',
    zh: '{0} > {1}',
    dates: { en: '{0} is after {1}', zh: '{0} 晚于 {1}' },
  },
  check(call) {
    agree(call, call.args, ['number', 'date', 'dateTime', 'time'])
    return BOOLEAN
  },
  evaluate([a, b]) {
    const order = compareValues(a ?? null, b ?? null)
    return order !== null && order > 0
  },
  sql: ({ arg, mode }) => asFlag(sql`${arg(0).value()} > ${arg(1).value()}`, mode),
}
