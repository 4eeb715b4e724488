import type { StrictOperation } from '../../operation.ts'
import { arraySql, listAnswer } from '../../semantics/lists.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { TEXT, listOf } from '../../value-type.ts'

export const split: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'SPLIT',
    aliases: ['拆分'],
    params: { en: ['text', 'separator'], zh: ['文本', '分隔符'] },
    help: {
      en: 'The parts of a text between separators, as a list; empty parts are left out.',
      zh: '按分隔符把文本拆分为列表，忽略空的部分。',
    },
    example: ['SPLIT("a;b;;c", ";")', 'a, b, c'],
  },
  check: signature(['text', 'text'], listOf(TEXT)),
  evaluate: (values) =>
    withTexts(values, (text, separator) => listAnswer(text.split(separator).filter((part) => part !== ''))),
  sql: ({ args }) =>
    once(args, (text, separator) => {
      const parts = sql`unnest(string_to_array(${text}, ${separator})) with ordinality as _s(v, o)`
      const list = arraySql(sql`select _s.v from ${parts} where _s.v <> '' order by _s.o`)
      return sql`case when ${separator} is not null then ${list} end`
    }),
}
