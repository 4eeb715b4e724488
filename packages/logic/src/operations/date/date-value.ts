import type { StrictOperation } from '../../operation.ts'
import { readDay, readDaySql } from '../../semantics/moments.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const dateValue: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'DATEVALUE',
    aliases: ['转日期'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The date a text writes: 2026-01-31, 2026/1/31, 2026.1.31 or 2026年1月31日; empty when it writes none.',
      zh: '把文本转换为日期：2026-01-31、2026/1/31、2026.1.31 或 2026年1月31日；不是日期时为空。',
    },
    example: ['DATEVALUE("2026年1月31日")', '2026-01-31'],
  },
  check: signature(['text'], DATE),
  evaluate: (values) => withTexts(values, readDay),
  sql: ({ args }) => once(args, readDaySql),
}
