import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { compareValues } from '../../value.ts'
import { wholeOf } from '../../value-type.ts'

/** A period in one line, as a date range holds it beside its two days. */
export const dateRange: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'DATERANGE',
    aliases: ['日期区间'],
    params: { en: ['first day', 'last day'], zh: ['开始日期', '结束日期'] },
    help: {
      en: 'A value for a date range: from the first day to the last, both included; empty when the last is before the first.',
      zh: '日期区间字段的值：从开始日期到结束日期（含两端）；结束早于开始时为空。',
    },
    example: ['DATERANGE(DATE(2026, 1, 1), DATE(2026, 1, 31))', '2026-01-01 ~ 2026-01-31'],
  },
  check: signature(['date', 'date'], wholeOf('dateRange')),
  evaluate([start = null, end = null]) {
    const order = compareValues(start, end)
    return order === null || order > 0 ? null : `${String(start)} ~ ${String(end)}`
  },
  sql: ({ args }) =>
    once(
      args,
      (start, end) =>
        sql`case when ${start} <= ${end} then to_char(${start}, 'YYYY-MM-DD') || ' ~ ' || to_char(${end}, 'YYYY-MM-DD') end`,
    ),
}
