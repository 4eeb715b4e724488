import type { StrictOperation } from '../../operation.ts'
import { filling, paddingSql } from '../../semantics/padding.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'

export const padLeft: StrictOperation = {
  arity: [2, 3],
  formula: {
    name: 'PADLEFT',
    aliases: ['左补齐'],
    params: { en: ['text', 'length', 'fill'], zh: ['文本', '长度', '填充'] },
    help: {
      en: 'The text filled up at its beginning to a length, with spaces or the given text: order numbers, codes.',
      zh: '在文本开头补足到指定长度，默认补空格，可指定填充文本。',
    },
    example: ['PADLEFT("42", 5, "0")', '00042'],
  },
  check: signature(['text', 'number', 'text'], TEXT),
  evaluate: (values) => filling(values, (text, fill) => fill + text),
  sql: ({ args }) => paddingSql(args, 'left'),
}
