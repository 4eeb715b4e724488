import { numberOf } from '../../value.ts'
import type { StrictOperation } from '../../operation.ts'
import { metresBetween, metresSql } from '../../semantics/distance.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { asFlag } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'

export const withinMetres: StrictOperation = {
  arity: [5, 5],
  formula: {
    name: 'ISNEAR',
    aliases: ['在附近'],
    params: {
      en: ['latitude', 'longitude', 'latitude2', 'longitude2', 'metres'],
      zh: ['纬度', '经度', '纬度2', '经度2', '米'],
    },
    help: {
      en: 'True when two points on the earth are at most so many metres apart.',
      zh: '两点之间的距离不超过指定米数时为真。',
    },
    example: ['ISNEAR(31.2304, 121.4737, 31.231, 121.474, 200)', 'TRUE'],
  },
  sentence: { en: '{0} and {1} are within {4} m of {2}, {3}', zh: '{0}、{1} 距 {2}, {3} 不超过 {4} 米' },
  check: signature(['number', 'number', 'number', 'number', 'number'], BOOLEAN),
  evaluate([north, east, otherNorth, otherEast, most]) {
    const points = [north ?? null, east ?? null, otherNorth ?? null, otherEast ?? null]
    const metres = withNumbers(points, (a, b, c, d) => metresBetween([a, b], [c, d]))
    const limit = numberOf(most ?? null)
    return metres !== null && limit !== null && metres.lessThanOrEqualTo(limit)
  },
  sql: ({ args, mode }) =>
    asFlag(
      once(args, (north, east, otherNorth, otherEast, most) => {
        const metres = metresSql([north, east], [otherNorth, otherEast])
        return sql`(${metres}) <= ${most}`
      }),
      mode,
    ),
}
