import type { StrictOperation } from '../../operation.ts'
import { codePoints } from '../../semantics/code-points.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { param, sql } from '../../sql/fragment.ts'
import { lowerCase, upperCase } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'

/** What parts words, written for the patterns of JavaScript and PostgreSQL alike. */
const SEPARATORS = String.raw` \t\n\r\u3000_/.,;:!?()&+"-`
const WORDS = new RegExp(`[^${SEPARATORS}]+`, 'gu')

export const proper: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'PROPER',
    aliases: ['首字母大写'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'Every word with a capital letter and small ones after it.',
      zh: '每个单词首字母大写，其余小写。',
    },
    example: ['PROPER("jOHN o\'neill-smith")', "John O'neill-Smith"],
  },
  check: signature(['text'], TEXT),
  evaluate: (values) =>
    withTexts(values, (text) =>
      text.replaceAll(WORDS, (word) => {
        const [first = '', ...rest] = codePoints(word)
        return first.toUpperCase() + rest.join('').toLowerCase()
      }),
    ),
  sql({ arg }) {
    const pattern = param(`[^${SEPARATORS}]+|[${SEPARATORS}]+`, 'text')
    const word = sql`${upperCase(sql`left(_w.m[1], 1)`)} || ${lowerCase(sql`substr(_w.m[1], 2)`)}`
    return sql`(select string_agg(${word}, '' order by _w.o) from regexp_matches(${arg(0).value()}, ${pattern}, 'g') with ordinality as _w(m, o))`
  },
}
