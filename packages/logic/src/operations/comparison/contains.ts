import type { StrictOperation } from '../../operation.ts'
import { likeSql } from '../../semantics/like.ts'
import { asFlag } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { textOf } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const contains: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'CONTAINS',
    aliases: ['包含'],
    params: { en: ['text', 'part'], zh: ['文本', '部分'] },
    help: {
      en: 'True when the text contains the other, whatever the case.',
      zh: '文本包含另一文本时为真，不区分大小写。',
    },
  },
  sentence: { en: '{0} contains {1}', zh: '{0} 包含 {1}' },
  check: signature(['text', 'text'], BOOLEAN),
  evaluate([text, part]) {
    const whole = textOf(text ?? null)
    const sought = textOf(part ?? null)
    return whole !== null && sought !== null && whole.toLowerCase().includes(sought.toLowerCase())
  },
  sql: ({ arg, mode }) => asFlag(likeSql(arg(0), arg(1), '%', '%'), mode),
}
