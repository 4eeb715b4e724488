import type { StrictOperation } from '../../operation.ts'
import { codePoints } from '../../semantics/code-points.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { wholeNumber } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { integerOf, textOf } from '../../value.ts'

export const mask: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'MASK',
    aliases: ['脱敏'],
    params: { en: ['text', 'first', 'last'], zh: ['文本', '保留前几位', '保留后几位'] },
    help: {
      en: 'Only the first and last characters, * for the others; all of them when the text is too short.',
      zh: '只保留开头和结尾若干字符，其余显示为 *；文本过短时全部隐藏。',
    },
    example: ['MASK("13812345678", 3, 4)', '138****5678'],
  },
  check: signature(['text', 'number', 'number'], TEXT),
  evaluate([value, first, last]) {
    const text = textOf(value ?? null)
    const [before, after] = [integerOf(first ?? null), integerOf(last ?? null)]
    if (text === null || before === null || after === null || before < 0 || after < 0) return null
    const letters = codePoints(text)
    const hidden = letters.length - before - after
    if (hidden <= 0) return '*'.repeat(letters.length)
    return letters.slice(0, before).join('') + '*'.repeat(hidden) + letters.slice(before + hidden).join('')
  },
  sql: ({ args }) =>
    once(args, (text, first, last) => {
      const [before, after] = [wholeNumber(first), wholeNumber(last)]
      const hidden = sql`(char_length(${text}) - ${before} - ${after})`
      const shown = sql`left(${text}, ${before}) || repeat('*', ${hidden}) || right(${text}, ${after})`
      const masked = sql`case when ${hidden} > 0 then ${shown} else repeat('*', char_length(${text})) end`
      return sql`case when trunc(${first}) >= 0 and trunc(${last}) >= 0 then ${masked} end`
    }),
}
