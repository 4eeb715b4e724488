import type { StrictOperation } from '../operation.ts'
import { sql } from '../sql/fragment.ts'
import { emptyToNull } from '../sql/pieces.ts'
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
    return textAnswer(text.split(sought).join(textOf(fresh ?? null) ?? ''))
  },
  sql: ({ args: [text, old, fresh] }) =>
    emptyToNull(
      sql`replace(${text!.value()}, coalesce(${old!.value()}, ''), coalesce(${fresh!.value()}, ''))`,
    ),
}
