import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { emptyToNull, wholeNumber } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { integerOf, textAnswer, textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const right: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'RIGHT',
    aliases: ['右侧'],
    params: { en: ['text', 'count'], zh: ['文本', '字符数'] },
    help: {
      en: 'The last characters of the text.',
      zh: '文本末尾的若干字符。',
    },
  },
  check: signature(['text', 'number'], TEXT),
  evaluate([value, count]) {
    const characters = [...(textOf(value ?? null) ?? '')]
    const wanted = integerOf(count ?? null)
    if (wanted === null) return null
    const size = Math.max(wanted, 0)
    return textAnswer(characters.slice(Math.max(characters.length - size, 0)).join(''))
  },
  sql: ({ args }) => emptyToNull(once(args, (text, count) => sql`right(${text}, ${wholeNumber(count)})`)),
}
