import type { StrictOperation } from '../../operation.ts'
import { upperCase } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const upper: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'UPPER',
    aliases: ['大写'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The text in capital letters.',
      zh: '转换为大写。',
    },
  },
  check: signature(['text'], TEXT),
  evaluate([value]) {
    const text = textOf(value ?? null)
    return text === null ? null : text.toUpperCase()
  },
  sql: ({ arg }) => upperCase(arg(0).value()),
}
