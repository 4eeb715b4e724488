import type { StrictOperation } from '../../operation.ts'
import { positionOf, positionSql } from '../../semantics/position.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const find: StrictOperation = {
  arity: [2, 3],
  formula: {
    name: 'FIND',
    aliases: ['查找'],
    params: { en: ['part', 'text', 'start'], zh: ['部分', '文本', '开始位置'] },
    help: {
      en: 'Where a part begins in the text, 1 for its first character; empty when it is not there. Case counts.',
      zh: '部分文本在文本中的位置，首字符为 1；没有时为空。区分大小写。',
    },
    example: ['FIND("b", "abc")', '2'],
  },
  check: signature(['text', 'text', 'number'], NUMBER),
  evaluate: ([part, text, start]) => positionOf(part ?? null, text ?? null, start),
  sql: ({ args }) =>
    once(args, (part, text, start) => positionSql(part, text, args.length > 2 ? start : undefined)),
}
