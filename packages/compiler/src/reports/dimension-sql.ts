import type { Dimension, Expression, Field } from '@pipewright/schemas'
import { isGroupable, valueKindOf } from '@pipewright/metadata'
import { identifier, param, sql, type SqlFragment } from '@pipewright/logic'
import type { FormReading } from '../records/read/read-scene.ts'
import { columnSql } from '../records/sql/column-sql.ts'
import { tableOfScene } from '../records/sql/sql-scene.ts'
import { optionPlaceSql } from '../records/sql/option-place.ts'
import { targetTitleSql } from '../records/sql/title-sql.ts'

export interface DimensionSql {
  readonly dimension: Dimension
  readonly field: Field
  /** What is grouped by, over the form's table. */
  readonly group: SqlFragment
  /** Over the grouped rows `g`: further columns for the answer, named `…<position>`. */
  readonly answer: readonly SqlFragment[]
  readonly order: SqlFragment
  /** Condition that the records of a group meet; `row` is a row of the statement. */
  drill(row: Readonly<Record<string, unknown>>): Expression
}

type Bucket = NonNullable<Dimension['bucket']>
const spans: Readonly<Record<Bucket, string>> = {
  day: '1 day',
  week: '1 week',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
}

const value = (position: number): SqlFragment => sql`g.${identifier(`d${position}`)}`

function periodSql(reading: FormReading, column: SqlFragment, kind: string, bucket: Bucket): SqlFragment {
  const { zone } = reading.sql.context
  const local =
    kind === 'dateTime' ? sql`(${column} at time zone ${param(zone, 'text')})` : sql`${column}::timestamp`
  const { weekStart = 1 } = reading.sql.context.calendar ?? {}
  if (bucket !== 'week' || weekStart === 1) return sql`date_trunc(${param(bucket, 'text')}, ${local})::date`
  // PostgreSQL begins weeks on Monday.
  const shift = param(`${8 - weekStart} days`, 'text')
  return sql`(date_trunc('week', ${local} + ${shift}::interval) - ${shift}::interval)::date`
}

/** Where a period begins and where the next one does, as the filter language writes it. */
function bounds(reading: FormReading, position: number, kind: string, bucket: Bucket): SqlFragment[] {
  const first = value(position)
  const next = sql`(${first} + ${param(spans[bucket], 'text')}::interval)::date`
  const written = (day: SqlFragment) =>
    kind === 'dateTime'
      ? sql`to_char((${day}::timestamp at time zone ${param(reading.sql.context.zone, 'text')}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
      : sql`${day}::text`
  return [
    sql`${written(first)} as ${identifier(`from${position}`)}`,
    sql`${written(next)} as ${identifier(`to${position}`)}`,
  ]
}

function timeDimension(
  reading: FormReading,
  dimension: Dimension,
  field: Field,
  column: SqlFragment,
  position: number,
): DimensionSql {
  const kind = valueKindOf(field)
  const bucket = dimension.bucket ?? 'day'
  const at: Expression = { var: dimension.field }
  return {
    dimension,
    field,
    group: periodSql(reading, column, kind, bucket),
    answer: [
      sql`${value(position)}::text as ${identifier(`v${position}`)}`,
      ...bounds(reading, position, kind, bucket),
    ],
    order: value(position),
    drill: (row) =>
      row[`v${position}`] === null
        ? { isEmpty: [at] }
        : {
            and: [{ gte: [at, String(row[`from${position}`])] }, { lt: [at, String(row[`to${position}`])] }],
          },
  }
}

function departmentName(reading: FormReading, position: number): SqlFragment {
  return sql`(select name from ${tableOfScene(reading.sql, '_department')} where id = ${value(position)})`
}

function plainDimension(
  reading: FormReading,
  dimension: Dimension,
  field: Field,
  column: SqlFragment,
  position: number,
  isDepartment: boolean,
): DimensionSql {
  const title = isDepartment
    ? departmentName(reading, position)
    : targetTitleSql(reading.sql, value(position), field)
  const isFlag = valueKindOf(field) === 'boolean'
  const shown = isFlag ? value(position) : sql`${value(position)}::text`
  const at: Expression = { var: dimension.field }
  return {
    dimension,
    field,
    group: column,
    answer: [
      sql`${shown} as ${identifier(`v${position}`)}`,
      ...(title === undefined ? [] : [sql`${title} as ${identifier(`t${position}`)}`]),
    ],
    order:
      field.type === 'choice'
        ? optionPlaceSql(reading.sql.index.options(field), value(position))
        : (title ?? value(position)),
    drill(row) {
      const found = row[`v${position}`]
      return found === null ? { isEmpty: [at] } : { eq: [at, found as string | boolean] }
    },
  }
}

/** How a dimension is grouped, ordered, named and opened; undefined when its path may not be read or grouped by. */
export function dimensionSql(
  reading: FormReading,
  dimension: Dimension,
  position: number,
): DimensionSql | undefined {
  const found = reading.sql.index.field(reading.form.place, dimension.field)
  const column = columnSql(reading.sql, reading.base, reading.form.place, dimension.field.split('.'))
  if (found === undefined || column === undefined) return undefined
  const field = reading.sql.index.shown(found.field)
  const kind = valueKindOf(field)
  if (kind === 'date' || kind === 'dateTime')
    return timeDimension(reading, dimension, field, column.sql, position)
  const isDepartment = found.system && field.key === 'department'
  if (!isDepartment && !found.system && !isGroupable(field)) return undefined
  if (column.type.kind === 'list') return undefined
  return plainDimension(reading, dimension, field, column.sql, position, isDepartment)
}
