import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { sql, type SqlFragment } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { numberOf, textOf, type Value } from '../../value.ts'
import { wholeOf } from '../../value-type.ts'

/** About a tenth of a metre. */
const digits = 6

function degrees(value: Value, most: number): string | null {
  const number = numberOf(value)
  if (number === null || number.abs().gt(most)) return null
  const text = number.toFixed(digits, Decimal.ROUND_HALF_UP)
  return /[1-9]/u.test(text) ? text : text.replace('-', '')
}

/** A point in one line, as a location holds it beside its degrees. */
export const location: StrictOperation = {
  arity: [2, 3],
  formula: {
    name: 'LOCATION',
    aliases: ['定位'],
    params: { en: ['latitude', 'longitude', 'name'], zh: ['纬度', '经度', '名称'] },
    help: {
      en: 'A value for a location: a point on the earth, with a name or without; empty where there is no such point.',
      zh: '定位字段的值：地球上的一个点，名称可省略；坐标无效时为空。',
    },
    example: ['LOCATION(31.230391, 121.473702, "人民广场")', '人民广场 (31.230391, 121.473702)'],
  },
  check: signature(['number', 'number', 'text'], wholeOf('location')),
  evaluate([latitude = null, longitude = null, name = null]) {
    const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)]
    if (north === null || east === null) return null
    const label = textOf(name)
    return label === null ? `${north}, ${east}` : `${label} (${north}, ${east})`
  },
  sql({ args }) {
    const point = (north: SqlFragment, east: SqlFragment) =>
      sql`case when abs(${north}) <= 90 and abs(${east}) <= 180 then round(${north}, 6)::text || ', ' || round(${east}, 6)::text end`
    if (args.length === 2) return once(args, point)
    return once(
      args,
      (north, east, name) =>
        sql`case when nullif(${name}, '') is null then ${point(north, east)} else ${name} || ' (' || ${point(north, east)} || ')' end`,
    )
  },
}
