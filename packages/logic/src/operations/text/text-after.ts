import type { StrictOperation } from '../../operation.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { emptyToNull } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { textAnswer } from '../../value.ts'

export const textAfter: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'TEXTAFTER',
    aliases: ['取后段'],
    params: { en: ['text', 'separator'], zh: ['文本', '分隔符'] },
    help: {
      en: 'What stands after the first separator; empty when it does not occur.',
      zh: '第一个分隔符之后的文本；没有分隔符时为空。',
    },
    example: ['TEXTAFTER("ann@example.com", "@")', 'example.com'],
  },
  check: signature(['text', 'text'], TEXT),
  evaluate: (values) =>
    withTexts(values, (text, separator) => {
      const at = text.indexOf(separator)
      return at === -1 ? null : textAnswer(text.slice(at + separator.length))
    }),
  sql: ({ args }) =>
    once(args, (text, separator) => {
      const after = sql`substr(${text}, strpos(${text}, ${separator}) + char_length(${separator}))`
      return sql`case when strpos(${text}, ${separator}) > 0 then ${emptyToNull(after)} end`
    }),
}
