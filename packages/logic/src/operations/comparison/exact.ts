import type { StrictOperation } from '../../operation.ts'
import { equalSql } from '../../semantics/equality.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'
import { textOf } from '../../value.ts'

export const exact: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'EXACT',
    aliases: ['完全相同'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'True when both texts are the same to the letter, case and width included.',
      zh: '两段文本完全一致（区分大小写和全半角）时为真。',
    },
    example: ['EXACT("Abc", "abc")', 'FALSE'],
  },
  sentence: { en: '{0} is exactly {1}', zh: '{0} 与 {1} 完全相同' },
  check: signature(['text', 'text'], BOOLEAN),
  evaluate: ([a, b]) => textOf(a ?? null) === textOf(b ?? null),
  sql: ({ args, mode }) => equalSql(args, mode),
}
