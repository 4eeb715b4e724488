import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { asFlag } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { compareValues } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const overlapsDays: StrictOperation = {
  arity: [4, 4],
  formula: {
    name: 'OVERLAPS',
    aliases: ['日期重叠'],
    params: { en: ['start', 'end', 'from', 'to'], zh: ['开始', '结束', '从', '到'] },
    help: {
      en: 'True when two periods have a day in common, ends included.',
      zh: '两个日期区间有重叠（含两端）时为真。',
    },
    example: ['OVERLAPS(DATE(2026, 1, 1), DATE(2026, 1, 31), DATE(2026, 1, 31), DATE(2026, 2, 1))', 'TRUE'],
  },
  sentence: { en: '{0} to {1} overlaps {2} to {3}', zh: '{0} 至 {1} 与 {2} 至 {3} 有重叠' },
  check: signature(['date', 'date', 'date', 'date'], BOOLEAN),
  evaluate([start, end, from, to]) {
    const begins = compareValues(start ?? null, to ?? null)
    const ends = compareValues(end ?? null, from ?? null)
    return begins !== null && ends !== null && begins <= 0 && ends >= 0
  },
  sql: ({ args, mode }) =>
    asFlag(
      once(args, (start, end, from, to) => sql`${start} <= ${to} and ${end} >= ${from}`),
      mode,
    ),
}
