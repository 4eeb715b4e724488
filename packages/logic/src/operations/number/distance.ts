import type { StrictOperation } from '../../operation.ts'
import { metresBetween, metresSql } from '../../semantics/distance.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const distance: StrictOperation = {
  arity: [4, 4],
  formula: {
    name: 'DISTANCE',
    aliases: ['距离'],
    params: {
      en: ['latitude', 'longitude', 'latitude2', 'longitude2'],
      zh: ['纬度', '经度', '纬度2', '经度2'],
    },
    help: {
      en: 'Whole metres between two points on the earth, in a straight line over its surface.',
      zh: '地球上两点之间的直线距离（米，取整）。',
    },
    example: ['DISTANCE(31.2304, 121.4737, 39.9042, 116.4074)', '1067312'],
  },
  check: signature(['number', 'number', 'number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (north, east, otherNorth, otherEast) =>
      metresBetween([north, east], [otherNorth, otherEast]),
    ),
  sql: ({ args }) =>
    once(args, (north, east, otherNorth, otherEast) => metresSql([north, east], [otherNorth, otherEast])),
}
