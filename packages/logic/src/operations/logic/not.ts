import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { isTruthy } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const not: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'NOT',
    aliases: ['非', '不'],
    params: { en: ['condition'], zh: ['条件'] },
    help: {
      en: 'True when the condition does not hold.',
      zh: '条件不成立时为真。',
    },
  },
  sentence: { en: 'not ({0})', zh: '并非（{0}）' },
  check: signature(['boolean'], BOOLEAN),
  evaluate: ([value]) => !isTruthy(value ?? null),
  sql: ({ arg }) => sql`${arg(0).test()} is not true`,
}
