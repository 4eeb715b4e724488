import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { momentAt, momentSql } from '../../semantics/moments.ts'
import { signature } from '../../typing.ts'
import { DATE_TIME } from '../../value-type.ts'

export const datetime: StrictOperation = {
  arity: [2, 4],
  formula: {
    name: 'DATETIME',
    aliases: ['日期时间'],
    params: { en: ['date', 'hour', 'minute', 'second'], zh: ['日期', '时', '分', '秒'] },
    help: {
      en: 'The moment when the clock shows a time on a day, in the zone of the person; empty for a time that is none.',
      zh: '某天某时刻的日期时间，按当前时区；时间不存在时为空。',
    },
    example: ['TEXT(DATETIME("2026-01-31", 14, 30))', '2026-01-31 14:30'],
  },
  check: signature(['moment', 'number', 'number', 'number'], DATE_TIME),
  evaluate: ([value, ...clock], { zone }) =>
    withDay(value ?? null, zone, (day) => momentAt(day, clock, zone)),
  sql: momentSql,
}
