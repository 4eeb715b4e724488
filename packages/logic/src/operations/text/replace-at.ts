import type { StrictOperation } from '../../operation.ts'
import { codePoints } from '../../semantics/code-points.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { emptyToNull, wholeNumber } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { integerOf, textAnswer, textOf } from '../../value.ts'

export const replaceAt: StrictOperation = {
  arity: [4, 4],
  formula: {
    name: 'REPLACE',
    aliases: ['替换位置'],
    params: { en: ['text', 'start', 'count', 'new'], zh: ['文本', '开始位置', '字符数', '新文本'] },
    help: {
      en: 'Replaces characters from a position on; a count of 0 inserts.',
      zh: '从指定位置起替换若干字符；字符数为 0 时为插入。',
    },
    example: ['REPLACE("2026-11", 6, 2, "12")', '2026-12'],
  },
  check: signature(['text', 'number', 'number', 'text'], TEXT),
  evaluate([value, start, count, fresh]) {
    const letters = codePoints(textOf(value ?? null) ?? '')
    const from = integerOf(start ?? null)
    const size = integerOf(count ?? null)
    if (from === null || size === null || from < 1 || size < 0) return null
    const before = letters.slice(0, from - 1).join('')
    return textAnswer(before + (textOf(fresh ?? null) ?? '') + letters.slice(from - 1 + size).join(''))
  },
  sql: ({ args }) =>
    once(args, (given, start, count, fresh) => {
      const text = sql`coalesce(${given}, '')`
      const [from, size] = [wholeNumber(start), wholeNumber(count)]
      const put = sql`left(${text}, ${from} - 1) || coalesce(${fresh}, '') || substr(${text}, ${from} + ${size})`
      return sql`case when ${start} >= 1 and trunc(${count}) >= 0 then ${emptyToNull(put)} end`
    }),
}
