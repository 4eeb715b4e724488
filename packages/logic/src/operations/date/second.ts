import type { StrictOperation } from '../../operation.ts'
import { clockPart, clockPartSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const second: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'SECOND',
    aliases: ['秒'],
    params: { en: ['time'], zh: ['时间'] },
    help: {
      en: 'The second of a moment, 0 to 59.',
      zh: '时间的秒数，0 到 59。',
    },
    example: ['SECOND(DATETIME("2026-01-31", 14, 30, 15))', '15'],
  },
  check: signature(['dateTime'], NUMBER),
  evaluate: ([value], context) => clockPart(value ?? null, context.zone, 'second'),
  sql: ({ arg, context }) => clockPartSql(arg(0).value(), context.zone, 'second'),
}
