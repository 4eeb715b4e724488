import type { StrictOperation } from '../../operation.ts'
import { param, sql } from '../../sql/fragment.ts'
import { emptyToNull } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { textAnswer, textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const trim: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'TRIM',
    aliases: ['去空格'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The text without spaces at both ends, full-width ones included.',
      zh: '去掉两端的空格（含全角空格）。',
    },
  },
  check: signature(['text'], TEXT),
  evaluate([value]) {
    const text = textOf(value ?? null)
    return text === null
      ? null
      : textAnswer(text.replace(/^[ \t\r\n\u00a0\u3000]+|[ \t\r\n\u00a0\u3000]+$/g, ''))
  },
  sql: ({ arg }) => emptyToNull(sql`btrim(${arg(0).value()}, ${param(' \t\r\n\u00a0\u3000', 'text')})`),
}
