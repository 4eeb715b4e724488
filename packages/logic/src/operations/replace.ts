import type { StrictOperation } from '../operation.ts'
import { sql } from '../sql/fragment.ts'
import { emptyToNull } from '../sql/pieces.ts'
import { LIMITS } from '../limits.ts'
import { ExpressionError } from '../problem.ts'
import { signature } from '../typing.ts'
import { textAnswer, textOf } from '../value.ts'
import { TEXT } from '../value-type.ts'

export const replace: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'SUBSTITUTE',
    aliases: ['替换', 'REPLACE'],
    params: { en: ['text', 'old', 'new'], zh: ['文本', '旧文本', '新文本'] },
    help: {
      en: 'Replaces every occurrence of a text.',
      zh: '替换所有出现的文本。',
    },
  },
  check: signature(['text', 'text', 'text'], TEXT),
  evaluate([value, old, fresh]) {
    const text = textOf(value ?? null)
    const sought = textOf(old ?? null)
    if (text === null || sought === null) return text
    const [pieces, filling] = [text.split(sought), textOf(fresh ?? null) ?? '']
    // Refused before it is made: a small text may grow beyond all memory.
    const length = text.length + (pieces.length - 1) * (filling.length - sought.length)
    if (length > LIMITS.textLength)
      throw new ExpressionError({ code: 'textTooLong', pointer: '', params: { limit: LIMITS.textLength } })
    return textAnswer(pieces.join(filling))
  },
  sql: ({ arg }) =>
    emptyToNull(
      sql`replace(${arg(0).value()}, coalesce(${arg(1).value()}, ''), coalesce(${arg(2).value()}, ''))`,
    ),
}
