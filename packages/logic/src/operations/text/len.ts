import type { StrictOperation } from '../../operation.ts'
import { Decimal } from '../../decimal.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { textOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const len: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LEN',
    aliases: ['长度'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'How many characters the text has.',
      zh: '文本的字符数。',
    },
  },
  check: signature(['text'], NUMBER),
  evaluate: ([value]) => new Decimal([...(textOf(value ?? null) ?? '')].length),
  sql: ({ arg }) => sql`coalesce(char_length(${arg(0).value()}), 0)::numeric`,
}
