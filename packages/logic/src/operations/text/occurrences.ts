import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'
import { textOf } from '../../value.ts'

export const occurrences: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'OCCURRENCES',
    aliases: ['出现次数'],
    params: { en: ['text', 'part'], zh: ['文本', '部分'] },
    help: {
      en: 'How often a part occurs in the text.',
      zh: '部分文本在文本中出现的次数。',
    },
    example: ['OCCURRENCES("banana", "an")', '2'],
  },
  check: signature(['text', 'text'], NUMBER),
  evaluate([text, part]) {
    const sought = textOf(part ?? null)
    return new Decimal(sought === null ? 0 : (textOf(text ?? null) ?? '').split(sought).length - 1)
  },
  sql: ({ args }) =>
    once(args, (text, part) => {
      const without = sql`char_length(replace(${text}, ${part}, ''))`
      return sql`coalesce((char_length(${text}) - ${without}) / char_length(${part}), 0)::numeric`
    }),
}
