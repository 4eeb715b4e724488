import type { StrictOperation } from '../../operation.ts'
import { codePoints } from '../../semantics/code-points.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { param, sql } from '../../sql/fragment.ts'
import { emptyToNull } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { textAnswer } from '../../value.ts'

const stretches = [
  [0x01, 0x1f],
  [0x7f, 0x9f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2060],
  [0xfeff, 0xfeff],
] as const
const INVISIBLE = stretches
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  .map((code) => String.fromCodePoint(code))
  .join('')

export const clean: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'CLEAN',
    aliases: ['清除不可见字符'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The text without line breaks, tabs and invisible characters.',
      zh: '去掉文本中的换行、制表符和不可见字符。',
    },
    example: ['CLEAN("a" & CHAR(10) & "b")', 'ab'],
  },
  check: signature(['text'], TEXT),
  evaluate: (values) =>
    withTexts(values, (text) =>
      textAnswer(
        codePoints(text)
          .filter((letter) => !INVISIBLE.includes(letter))
          .join(''),
      ),
    ),
  sql: ({ arg }) => emptyToNull(sql`translate(${arg(0).value()}, ${param(INVISIBLE, 'text')}, '')`),
}
