import type { StrictOperation } from '../../operation.ts'
import { lowerCase } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const lower: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LOWER',
    aliases: ['小写'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The text in small letters.',
      zh: '转换为小写。',
    },
  },
  check: signature(['text'], TEXT),
  evaluate([value]) {
    const text = textOf(value ?? null)
    return text === null ? null : text.toLowerCase()
  },
  sql: ({ arg }) => lowerCase(arg(0).value()),
}
