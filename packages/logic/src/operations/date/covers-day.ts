import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { asFlag } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { compareValues } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const coversDay: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'COVERS',
    aliases: ['包含日期'],
    params: { en: ['start', 'end', 'day'], zh: ['开始', '结束', '日期'] },
    help: {
      en: 'True when a day lies in a period, both ends included.',
      zh: '日期在起止区间内（含两端）时为真。',
    },
    example: ['COVERS(DATE(2026, 1, 1), DATE(2026, 1, 31), DATE(2026, 1, 31))', 'TRUE'],
  },
  sentence: { en: '{0} to {1} contains {2}', zh: '{0} 至 {1} 包含 {2}' },
  check: signature(['date', 'date', 'date'], BOOLEAN),
  evaluate([start, end, day]) {
    const from = compareValues(start ?? null, day ?? null)
    const to = compareValues(end ?? null, day ?? null)
    return from !== null && to !== null && from <= 0 && to >= 0
  },
  sql: ({ args, mode }) =>
    asFlag(
      once(args, (start, end, day) => sql`${start} <= ${day} and ${end} >= ${day}`),
      mode,
    ),
}
