import type { StrictOperation } from '../../operation.ts'
import { FULL, HALF, toFullWidth } from '../../semantics/width.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { param, sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'

export const fullWidth: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'FULLWIDTH',
    aliases: ['转全角', 'WIDECHAR'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'Letters, digits, signs and spaces as wide as Chinese characters.',
      zh: '把半角字母、数字、符号和空格转换为全角。',
    },
    example: ['FULLWIDTH("A1")', 'Ａ１'],
  },
  check: signature(['text'], TEXT),
  evaluate: (values) => withTexts(values, toFullWidth),
  sql: ({ arg }) => sql`translate(${arg(0).value()}, ${param(HALF, 'text')}, ${param(FULL, 'text')})`,
}
