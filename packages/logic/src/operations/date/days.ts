import type { StrictOperation } from '../../operation.ts'
import { momentsBetween } from '../../semantics/date-diff.ts'
import { sql } from '../../sql/fragment.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const days: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'DAYS',
    aliases: ['相差天数', '天数'],
    params: { en: ['end', 'start'], zh: ['结束', '开始'] },
    help: {
      en: 'Days from the start to the end; negative when the end comes first.',
      zh: '从开始到结束相差的天数；结束在前时为负。',
    },
    example: ['DAYS(DATE(2026, 3, 1), DATE(2026, 2, 1))', '28'],
  },
  check: signature(['moment', 'moment'], NUMBER),
  evaluate: ([end, start], { zone }) => momentsBetween(start ?? null, end ?? null, 'day', zone),
  sql({ arg, context }) {
    const [end, start] = [arg(0), arg(1)].map((each) => dayOf(each.value(), each.type, context.zone))
    return sql`(${end ?? sql`null`} - ${start ?? sql`null`})::numeric`
  },
}
