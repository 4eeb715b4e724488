import type { StrictOperation } from '../../operation.ts'
import { formatDecimal } from '../../decimal.ts'
import { textSql, wallClockText } from '../../semantics/as-text.ts'
import { signature } from '../../typing.ts'
import { numberOf, textOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const text: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'TEXT',
    aliases: ['转文本'],
    params: { en: ['value'], zh: ['值'] },
    help: {
      en: 'The value as text: 1234.5, 2026-01-31, 2026-01-31 08:00.',
      zh: '把值转换为文本：1234.5、2026-01-31、2026-01-31 08:00。',
    },
  },
  check: signature(['scalar'], TEXT),
  evaluate([value], context, types) {
    const given = value ?? null
    if (typeof given === 'boolean') return given ? 'TRUE' : 'FALSE'
    const kind = types[0]?.kind
    const number = kind === 'number' || typeof given !== 'string' ? numberOf(given) : null
    if (number !== null) return formatDecimal(number)
    return kind === 'dateTime' && typeof given === 'string'
      ? wallClockText(given, context.zone)
      : textOf(given)
  },
  sql: textSql,
}
