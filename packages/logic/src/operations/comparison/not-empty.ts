import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { isEmptyValue } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const notEmpty: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'NOTEMPTY',
    aliases: ['不为空'],
    params: { en: ['value'], zh: ['值'] },
    help: {
      en: 'True when there is a value.',
      zh: '有值时为真。',
    },
  },
  sentence: { en: '{0} is not empty', zh: '{0} 不为空' },
  check: signature(['any'], BOOLEAN),
  evaluate: ([value]) => !isEmptyValue(value ?? null),
  sql({ arg }) {
    if (arg(0).type.kind === 'list') return sql`exists (${arg(0).rows()})`
    return sql`${arg(0).value()} is not null`
  },
}
