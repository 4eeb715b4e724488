import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const code: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'CODE',
    aliases: ['字符编码', 'UNICODE'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The Unicode number of the first character.',
      zh: '第一个字符的 Unicode 编码。',
    },
    example: ['CODE("中")', '20013'],
  },
  check: signature(['text'], NUMBER),
  evaluate: (values) => withTexts(values, (text) => new Decimal(text.codePointAt(0) ?? 0)),
  sql: ({ arg }) => sql`ascii(${arg(0).value()})::numeric`,
}
