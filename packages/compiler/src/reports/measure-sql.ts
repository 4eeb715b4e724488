import type { Field, Measure } from '@pipewright/schemas'
import { isOrdered, isSummable, scaleOf } from '@pipewright/metadata'
import { identifier, param, sql, type SqlFragment } from '@pipewright/logic'
import type { FormReading } from '../records/read/read-scene.ts'
import { columnSql, listSql } from '../records/sql/column-sql.ts'

export interface MeasureSql {
  /** What is taken of every record, over the form's table. */
  readonly value: SqlFragment
  /** The figure over the column that holds it, as text. */
  figure(column: SqlFragment): SqlFragment
  /** The figures of all groups add up to that of all records. */
  readonly adds: boolean
}

/** An average of whole numbers says more with a digit behind the point. */
const averageScale = (field: Field): number => Math.max(scaleOf(field), field.type === 'rating' ? 1 : 0)

/** Over line items first the rows of a record are taken together, then the records. */
function perRecord(reading: FormReading, path: readonly string[], measure: Measure): SqlFragment | undefined {
  const list = listSql(reading.sql, reading.base, reading.form.place, path)
  if (list === undefined) return undefined
  const inner = {
    sum: sql`sum(l.v)`,
    min: sql`min(l.v)`,
    max: sql`max(l.v)`,
    count: sql`count(l.v)`,
    avg: undefined,
  }[measure.function]
  return inner === undefined ? undefined : sql`(select ${inner} from (${list.from}) as l(v))`
}

/** How a measure is calculated, exactly; undefined when its field may not be read or measured so. */
export function measureSql(reading: FormReading, measure: Measure): MeasureSql | undefined {
  const { function: name, field: path } = measure
  if (path === undefined)
    return name === 'count' ? { value: sql`1`, figure: () => sql`count(*)::text`, adds: true } : undefined
  const found = reading.sql.index.field(reading.form.place, path)
  if (found === undefined) return undefined
  const { field } = found
  const segments = path.split('.')
  const column = columnSql(reading.sql, reading.base, reading.form.place, segments)?.sql
  const inRows = column === undefined
  const value = column ?? perRecord(reading, segments, measure)
  if (value === undefined) return undefined
  if (name === 'count')
    return {
      value,
      adds: true,
      figure: (each) => (inRows ? sql`coalesce(sum(${each}), 0)::text` : sql`count(${each})::text`),
    }
  if ((name === 'sum' || name === 'avg') && !isSummable(field)) return undefined
  if (!isOrdered(field)) return undefined
  const scale = param(averageScale(field), 'int')
  const figures = {
    sum: (each: SqlFragment) => sql`coalesce(sum(${each}), 0)::text`,
    avg: (each: SqlFragment) => sql`round(avg(${each}), ${scale})::text`,
    min: (each: SqlFragment) => sql`min(${each})::text`,
    max: (each: SqlFragment) => sql`max(${each})::text`,
  }
  return { value, figure: figures[name], adds: name === 'sum' }
}

export const measureColumn = (position: number): SqlFragment => identifier(`m${position}`)
