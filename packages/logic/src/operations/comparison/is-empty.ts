import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { isEmptyValue } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const isEmpty: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ISEMPTY',
    aliases: ['为空', 'ISBLANK'],
    params: { en: ['value'], zh: ['值'] },
    help: {
      en: 'True when there is no value.',
      zh: '没有值时为真。',
    },
  },
  sentence: { en: '{0} is empty', zh: '{0} 为空' },
  check: signature(['any'], BOOLEAN),
  evaluate: ([value]) => isEmptyValue(value ?? null),
  sql({ arg }) {
    if (arg(0).type.kind === 'list') return sql`not exists (${arg(0).rows()})`
    return sql`${arg(0).value()} is null`
  },
}
