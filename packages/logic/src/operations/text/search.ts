import type { StrictOperation } from '../../operation.ts'
import { positionOf, positionSql } from '../../semantics/position.ts'
import { once } from '../../sql/once.ts'
import { lowerCase } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'
import type { Value } from '../../value.ts'
import { textOf } from '../../value.ts'

function lowered(value: Value): Value {
  return textOf(value)?.toLowerCase() ?? null
}

export const search: StrictOperation = {
  arity: [2, 3],
  formula: {
    name: 'SEARCH',
    aliases: ['搜索'],
    params: { en: ['part', 'text', 'start'], zh: ['部分', '文本', '开始位置'] },
    help: {
      en: 'Where a part begins in the text, whatever the case; empty when it is not there.',
      zh: '部分文本在文本中的位置，不区分大小写；没有时为空。',
    },
    example: ['SEARCH("B", "abc")', '2'],
  },
  check: signature(['text', 'text', 'number'], NUMBER),
  evaluate: ([part, text, start]) => positionOf(lowered(part ?? null), lowered(text ?? null), start),
  sql: ({ args }) =>
    once(args, (part, text, start) =>
      positionSql(lowerCase(part), lowerCase(text), args.length > 2 ? start : undefined),
    ),
}
