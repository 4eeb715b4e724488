import type { StrictOperation } from '../../operation.ts'
import { READABLE_NUMBER } from '../../semantics/readable-number.ts'
import { param, sql } from '../../sql/fragment.ts'
import { asFlag } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'
import { textOf } from '../../value.ts'

export const isNumber: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ISNUMBER',
    aliases: ['为数字'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'True when the text writes a number that VALUE can read.',
      zh: '文本是 VALUE 可识别的数值时为真。',
    },
    example: ['ISNUMBER("12.5")', 'TRUE'],
  },
  sentence: { en: '{0} is a number', zh: '{0} 是数字' },
  check: signature(['text'], BOOLEAN),
  evaluate: ([value]) => READABLE_NUMBER.test(textOf(value ?? null) ?? ''),
  sql: ({ arg, mode }) => asFlag(sql`${arg(0).value()} ~ ${param(READABLE_NUMBER.source, 'text')}`, mode),
}
