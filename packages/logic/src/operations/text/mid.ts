import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { emptyToNull, wholeNumber } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { integerOf, textAnswer, textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const mid: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'MID',
    aliases: ['截取'],
    params: { en: ['text', 'start', 'count'], zh: ['文本', '开始位置', '字符数'] },
    help: {
      en: 'Characters from the given position on; the first is 1.',
      zh: '从指定位置起的若干字符，第一个字符为 1。',
    },
  },
  check: signature(['text', 'number', 'number'], TEXT),
  evaluate([value, start, count]) {
    const from = integerOf(start ?? null)
    const size = integerOf(count ?? null)
    if (from === null || size === null || from < 1 || size < 1) return null
    const characters = [...(textOf(value ?? null) ?? '')]
    return textAnswer(characters.slice(from - 1, from - 1 + size).join(''))
  },
  sql: ({ args }) =>
    once(args, (text, start, count) => {
      const part = emptyToNull(sql`substr(${text}, ${wholeNumber(start)}, ${wholeNumber(count)})`)
      return sql`case when ${start} >= 1 and ${count} >= 1 then ${part} end`
    }),
}
