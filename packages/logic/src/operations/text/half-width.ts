import type { StrictOperation } from '../../operation.ts'
import { FULL, HALF, toHalfWidth } from '../../semantics/width.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { param, sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'

export const halfWidth: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'HALFWIDTH',
    aliases: ['转半角', 'ASC'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'Full-width letters, digits, signs and spaces in their usual width.',
      zh: '把全角字母、数字、符号和空格转换为半角。',
    },
    example: ['HALFWIDTH("ＡＢＣ１２３")', 'ABC123'],
  },
  check: signature(['text'], TEXT),
  evaluate: (values) => withTexts(values, toHalfWidth),
  sql: ({ arg }) => sql`translate(${arg(0).value()}, ${param(FULL, 'text')}, ${param(HALF, 'text')})`,
}
