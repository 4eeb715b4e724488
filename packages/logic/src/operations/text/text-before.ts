import type { StrictOperation } from '../../operation.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { emptyToNull } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { textAnswer } from '../../value.ts'

export const textBefore: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'TEXTBEFORE',
    aliases: ['取前段'],
    params: { en: ['text', 'separator'], zh: ['文本', '分隔符'] },
    help: {
      en: 'What stands before the first separator; empty when it does not occur.',
      zh: '第一个分隔符之前的文本；没有分隔符时为空。',
    },
    example: ['TEXTBEFORE("ann@example.com", "@")', 'ann'],
  },
  check: signature(['text', 'text'], TEXT),
  evaluate: (values) =>
    withTexts(values, (text, separator) => textAnswer(text.slice(0, Math.max(text.indexOf(separator), 0)))),
  sql: ({ args }) =>
    emptyToNull(
      once(args, (text, separator) => sql`left(${text}, greatest(strpos(${text}, ${separator}) - 1, 0))`),
    ),
}
