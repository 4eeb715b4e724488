import type { StrictOperation } from '../../operation.ts'
import { clockPart, clockPartSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const minute: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'MINUTE',
    aliases: ['分钟'],
    params: { en: ['time'], zh: ['时间'] },
    help: {
      en: 'The minute of a moment, 0 to 59.',
      zh: '时间的分钟数，0 到 59。',
    },
    example: ['MINUTE(DATETIME("2026-01-31", 14, 30))', '30'],
  },
  check: signature(['dateTime'], NUMBER),
  evaluate: ([value], context) => clockPart(value ?? null, context.zone, 'minute'),
  sql: ({ arg, context }) => clockPartSql(arg(0).value(), context.zone, 'minute'),
}
