import type { StrictOperation } from '../../operation.ts'
import { param, sql } from '../../sql/fragment.ts'
import { READABLE_NUMBER } from '../../semantics/readable-number.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { numberOf, textOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const value: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'VALUE',
    aliases: ['转数值'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The number a text writes, or empty when it writes none.',
      zh: '把文本转换为数值，不是数值时为空。',
    },
  },
  check: signature(['text'], NUMBER),
  evaluate([value]) {
    const text = textOf(value ?? null)
    return text !== null && READABLE_NUMBER.test(text) ? numberOf(text) : null
  },
  sql: ({ args }) =>
    once(
      args,
      (text) => sql`case when ${text} ~ ${param(READABLE_NUMBER.source, 'text')} then ${text}::numeric end`,
    ),
}
