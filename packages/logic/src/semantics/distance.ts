import { Decimal } from '../decimal.ts'
import { param, sql, type SqlFragment } from '../sql/fragment.ts'

/** Mean radius of the earth in metres. */
const radius = 6_371_008.8
const radian = Math.PI / 180

const isPoint = (latitude: Decimal, longitude: Decimal): boolean =>
  latitude.abs().lessThanOrEqualTo(90) && longitude.abs().lessThanOrEqualTo(180)

type Point = readonly [latitude: Decimal, longitude: Decimal]
type PointSql = readonly [latitude: SqlFragment, longitude: SqlFragment]

/** Whole metres between two points along the surface of the earth; null when one of them is none. */
export function metresBetween(from: Point, to: Point): Decimal | null {
  if (!isPoint(...from) || !isPoint(...to)) return null
  const [north, east] = from.map(Number) as [number, number]
  const [otherNorth, otherEast] = to.map(Number) as [number, number]
  const up = Math.sin(((otherNorth - north) * radian) / 2)
  const across = Math.sin(((otherEast - east) * radian) / 2)
  const chord = up * up + Math.cos(north * radian) * Math.cos(otherNorth * radian) * across * across
  const metres = 2 * radius * Math.asin(Math.sqrt(Math.min(1, chord)))
  return new Decimal(metres.toPrecision(15)).toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
}

const isPointSql = ([latitude, longitude]: PointSql): SqlFragment =>
  sql`abs(${latitude}) <= 90 and abs(${longitude}) <= 180`

/** The same as SQL. */
export function metresSql(from: PointSql, to: PointSql): SqlFragment {
  const float = (value: SqlFragment) => sql`(${value})::float8`
  const [north, east] = [float(from[0]), float(from[1])]
  const [otherNorth, otherEast] = [float(to[0]), float(to[1])]
  const rad = sql`${param(String(radian), 'numeric')}::float8`
  const up = sql`power(sin((${otherNorth} - ${north}) * ${rad} / 2), 2)`
  const across = sql`power(sin((${otherEast} - ${east}) * ${rad} / 2), 2)`
  const chord = sql`${up} + cos(${north} * ${rad}) * cos(${otherNorth} * ${rad}) * ${across}`
  const metres = sql`2 * ${param(String(radius), 'numeric')}::float8 * asin(sqrt(least(1, ${chord})))`
  return sql`case when ${isPointSql(from)} and ${isPointSql(to)} then round((${metres})::numeric) end`
}
