import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { emptyToNull, list } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { textAnswer, textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const concat: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'CONCAT',
    aliases: ['连接', 'CONCATENATE', '拼接'],
    params: { en: ['text', '…'], zh: ['文本', '…'] },
    help: {
      en: 'Joins texts; empty ones are left out.',
      zh: '连接文本，忽略空值。',
    },
  },
  check: signature([], TEXT, 'text'),
  evaluate: (values) => textAnswer(values.map((value) => textOf(value) ?? '').join('')),
  sql: ({ args }) => emptyToNull(sql`concat(${list(args.map((arg) => arg.value()))})`),
}
