import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { NARROW_PATTERN, displayWidth } from '../../semantics/width.ts'
import { param, sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'
import { textOf } from '../../value.ts'

export const width: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'LENB',
    aliases: ['显示宽度', 'WIDTH'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'How many columns the text takes: 2 for a Chinese or full-width character, 1 for others.',
      zh: '文本的显示宽度：汉字和全角字符为 2，其他字符为 1。',
    },
    example: ['LENB("中文ab")', '6'],
  },
  check: signature(['text'], NUMBER),
  evaluate: ([value]) => new Decimal(displayWidth(textOf(value ?? null) ?? '')),
  sql: ({ args }) =>
    once(args, (text) => {
      const wide = sql`regexp_replace(${text}, ${param(NARROW_PATTERN, 'text')}, '', 'g')`
      return sql`coalesce(char_length(${text}) + char_length(${wide}), 0)::numeric`
    }),
}
