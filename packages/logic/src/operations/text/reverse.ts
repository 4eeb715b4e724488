import type { StrictOperation } from '../../operation.ts'
import { codePoints } from '../../semantics/code-points.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'

export const reverse: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'REVERSE',
    aliases: ['反转'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The characters of the text in the opposite order.',
      zh: '把文本的字符顺序颠倒。',
    },
    example: ['REVERSE("abc")', 'cba'],
  },
  check: signature(['text'], TEXT),
  evaluate: (values) => withTexts(values, (text) => codePoints(text).toReversed().join('')),
  sql: ({ arg }) => sql`reverse(${arg(0).value()})`,
}
