import { LIMITS } from '../../limits.ts'
import type { StrictOperation } from '../../operation.ts'
import { codePoints } from '../../semantics/code-points.ts'
import { param, sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { wholeNumber } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { integerOf, textOf } from '../../value.ts'

export const rept: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'REPT',
    aliases: ['重复'],
    params: { en: ['text', 'count'], zh: ['文本', '次数'] },
    help: {
      en: 'The text repeated; empty when it would be longer than 65,536 characters.',
      zh: '重复文本若干次；超过 65,536 个字符时为空。',
    },
    example: ['REPT("ab", 3)', 'ababab'],
  },
  check: signature(['text', 'number'], TEXT),
  evaluate([value, count]) {
    const text = textOf(value ?? null)
    const times = integerOf(count ?? null)
    if (text === null || times === null || times < 1) return null
    return codePoints(text).length * times > LIMITS.textLength ? null : text.repeat(times)
  },
  sql: ({ args }) =>
    once(args, (text, count) => {
      const isPossible = sql`${count} >= 1 and char_length(${text}) * trunc(${count}) <= ${param(LIMITS.textLength, 'int')}`
      return sql`case when ${isPossible} then repeat(${text}, ${wholeNumber(count)}) end`
    }),
}
