import type { StrictOperation } from '../../operation.ts'
import { filling, paddingSql } from '../../semantics/padding.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'

export const padRight: StrictOperation = {
  arity: [2, 3],
  formula: {
    name: 'PADRIGHT',
    aliases: ['右补齐'],
    params: { en: ['text', 'length', 'fill'], zh: ['文本', '长度', '填充'] },
    help: {
      en: 'The text filled up at its end to a length, with spaces or the given text.',
      zh: '在文本末尾补足到指定长度，默认补空格，可指定填充文本。',
    },
    example: ['PADRIGHT("42", 5, ".")', '42...'],
  },
  check: signature(['text', 'number', 'text'], TEXT),
  evaluate: (values) => filling(values, (text, fill) => text + fill),
  sql: ({ args }) => paddingSql(args, 'right'),
}
