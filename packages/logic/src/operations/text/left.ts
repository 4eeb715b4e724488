import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { emptyToNull, wholeNumber } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { integerOf, textAnswer, textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const left: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'LEFT',
    aliases: ['左侧'],
    params: { en: ['text', 'count'], zh: ['文本', '字符数'] },
    help: {
      en: 'The first characters of the text.',
      zh: '文本开头的若干字符。',
    },
  },
  check: signature(['text', 'number'], TEXT),
  evaluate([value, count]) {
    const characters = [...(textOf(value ?? null) ?? '')]
    const wanted = integerOf(count ?? null)
    if (wanted === null) return null
    const size = Math.max(wanted, 0)
    return textAnswer(characters.slice(0, size).join(''))
  },
  sql: ({ args }) => emptyToNull(once(args, (text, count) => sql`left(${text}, ${wholeNumber(count)})`)),
}
