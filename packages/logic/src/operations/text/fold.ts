import type { StrictOperation } from '../../operation.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { lowerCase } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'

export const fold: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'FOLD',
    aliases: ['统一字形'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The form in which texts are compared: width, case and composed letters no longer differ.',
      zh: '文本的统一形式：不再区分全角与半角、大小写和组合字符。',
    },
    example: ['FOLD("ＡＢｃ")', 'abc'],
  },
  check: signature(['text'], TEXT),
  evaluate: (values) => withTexts(values, (text) => text.normalize('NFKC').toLowerCase()),
  sql: ({ arg }) => lowerCase(sql`normalize(${arg(0).value()}, NFKC)`),
}
