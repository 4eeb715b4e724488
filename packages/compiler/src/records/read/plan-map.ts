import { param, sql, type SqlFragment } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { issue } from '../issue.ts'
import { columnSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { cellDegrees, mergeCells, type Counted, type CountedCell, type MapBox } from './map-cells.ts'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

export interface MapRequest {
  /** The location field that says where. */
  readonly field: string
  /** A single choice: cells say which option all of their records have. */
  readonly colorBy?: string | undefined
  readonly filter?: Expression | undefined
  readonly search?: string | undefined
  readonly box: MapBox
  /** As maps of the web have it: the earth is 256 · 2^zoom pixels around. */
  readonly zoom: number
  /** What lies less far apart is drawn as one, in pixels. */
  readonly apart: number
}

export interface MapPlan {
  readonly statement: SqlFragment
  cellsOf(rows: readonly Readonly<Record<string, unknown>>[]): CountedCell[]
  /** Which records those are that stand alone; columns `id`, `latitude` and `longitude`. */
  alone(cells: readonly CountedCell[]): SqlFragment
}

/** Latitude and longitude of a location field that this reader may read; undefined for unknown and hidden ones alike. */
function placeSql(reading: FormReading, key: string) {
  const found = reading.sql.index.field({ form: reading.form.key }, key)
  if (found?.field.type !== 'location') return undefined
  const part = (name: string) => columnSql(reading.sql, reading.base, reading.form.place, [key, name])?.sql
  const [latitude, longitude] = [part('latitude'), part('longitude')]
  return latitude && longitude && { latitude, longitude }
}

/** The option that records have of a single choice that this reader may read; undefined for anything else. */
function optionSql(reading: FormReading, key: string): SqlFragment | undefined {
  const found = reading.sql.index.field({ form: reading.form.key }, key)
  if (found?.field.type !== 'choice') return undefined
  return columnSql(reading.sql, reading.base, reading.form.place, [key])?.sql
}

interface Square extends MapBox {
  readonly count: number
  readonly chosen: number
  readonly first: string | null
  readonly last: string | null
}

function countedOf({ chosen, first, last, ...square }: Square, isAsked: boolean): Counted {
  const isSame = chosen === 0 || (chosen === square.count && first === last)
  return { ...square, alike: isAsked && isSame ? { value: first } : null }
}

/** As the parts of a location are kept. */
const digits = 6

const number = (value: number): SqlFragment => param(String(value), 'numeric')

/**
 * Where the records of a form lie: counted in squares where they lie in the database, so that no records are read
 * however many there are. Rows, filters and the field are those the reader may see.
 */
export function planMap(scene: ReadScene, formKey: string, request: MapRequest): Planned<MapPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const place = placeSql(reading, request.field)
  const where = whereSql(reading, { filter: request.filter, search: request.search })
  const option = request.colorBy === undefined ? undefined : optionSql(reading, request.colorBy)
  const isAsked = request.colorBy !== undefined
  const wrong = [
    ...(place === undefined ? [issue('/field', 'unknown-field')] : []),
    ...(isAsked && option === undefined ? [issue('/colorBy', 'unknown-field')] : []),
    ...(where.ok ? [] : where.errors),
  ]
  if (place === undefined || !where.ok || wrong.length > 0) return badFilter(wrong)
  const { box, zoom, apart } = request
  const step = sql`${number(cellDegrees(box, zoom, apart))}::float8`
  const { latitude, longitude } = place
  const inBox = sql`${latitude} between ${number(box.south)} and ${number(box.north)} and ${longitude} between ${number(box.west)} and ${number(box.east)}`
  const from = sql`from ${fromForm(reading)} where ${where.sql} and ${inBox}`
  // The offset keeps the database from reading each number anew for every figure.
  const points = sql`select ${latitude}::float8 as lat, ${longitude}::float8 as lng, ${option ?? sql`null::text`} as option ${from} offset 0`
  return {
    ok: true,
    statement: sql`select count(*)::int as count, min(lat) as south, max(lat) as north, min(lng) as west, max(lng) as east, count(option)::int as chosen, min(option) as first, max(option) as last from (${points}) as points group by floor(lat / ${step}), floor(lng / ${step})`,
    cellsOf: (rows) => {
      const squares = rows as unknown as readonly Square[]
      return mergeCells(
        squares.map((square) => countedOf(square, isAsked)),
        request,
      )
    },
    alone: (cells) => {
      const list = (of: (cell: CountedCell) => number) =>
        param(
          cells.map((cell) => of(cell).toFixed(digits)),
          'numeric',
          true,
        )
      const wanted = sql`select * from unnest(${list(({ south }) => south)}, ${list(({ west }) => west)})`
      const id = columnOfAlias(reading.base, 'id')
      return sql`select ${id} as id, ${latitude}::float8 as latitude, ${longitude}::float8 as longitude ${from} and (${latitude}, ${longitude}) in (${wanted})`
    },
  }
}
