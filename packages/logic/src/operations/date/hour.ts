import type { StrictOperation } from '../../operation.ts'
import { clockPart, clockPartSql } from '../../semantics/day-parts.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const hour: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'HOUR',
    aliases: ['小时'],
    params: { en: ['time'], zh: ['时间'] },
    help: {
      en: 'The hour of a moment, 0 to 23.',
      zh: '时间的小时数，0 到 23。',
    },
    example: ['HOUR(DATETIME("2026-01-31", 14, 30))', '14'],
  },
  check: signature(['dateTime'], NUMBER),
  evaluate: ([value], context) => clockPart(value ?? null, context.zone, 'hour'),
  sql: ({ arg, context }) => clockPartSql(arg(0).value(), context.zone, 'hour'),
}
