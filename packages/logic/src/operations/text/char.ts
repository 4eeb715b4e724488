import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { integerOf } from '../../value.ts'

export const char: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'CHAR',
    aliases: ['字符', 'UNICHAR'],
    params: { en: ['code'], zh: ['编码'] },
    help: {
      en: 'The character with a Unicode number; empty when there is none.',
      zh: '指定 Unicode 编码的字符；不存在时为空。',
    },
    example: ['CHAR(20013)', '中'],
  },
  check: signature(['number'], TEXT),
  evaluate([value]) {
    const code = integerOf(value ?? null)
    const isCharacter = code !== null && code >= 1 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : null
  },
  sql: ({ args }) =>
    once(args, (given) => {
      const code = sql`trunc(${given})`
      const isCharacter = sql`${code} between 1 and 1114111 and ${code} not between 55296 and 57343`
      return sql`chr((case when ${isCharacter} then ${code} end)::int)`
    }),
}
