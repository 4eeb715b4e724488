import type { Expression, Field, LineItemsField, Sort } from '@pipewright/schemas'
import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { issue } from '../records/issue.ts'
import type { ReadScene } from '../records/read/read-scene.ts'
import { badFilter, notFound, readForm, type FormReading, type Planned } from '../records/read/read-scene.ts'
import type { RowShape } from '../records/read/record-answer.ts'
import { fromForm, selectRecord } from '../records/read/record-select.ts'
import { orderBySql, sortKeys } from '../records/read/sort-keys.ts'
import { whereSql } from '../records/read/where.ts'
import { predicateSql } from '../records/sql/column-sql.ts'
import { mayReadField } from '../rights/readable.ts'

export interface ExportRequest {
  readonly filter?: Expression | undefined
  readonly search?: string | undefined
  readonly sort?: readonly Sort[] | undefined
  readonly ids?: readonly string[] | undefined
  readonly except?: readonly string[] | undefined
  /** Paths, in the order of the columns. */
  readonly columns: readonly string[]
  /** Line items whose lines are the rows of the file. */
  readonly rowsOf?: string | undefined
}

/** A column of the exported table, with the fields walked through to reach it. */
export interface ExportColumn {
  readonly path: string
  readonly field: Field
  readonly through: readonly Field[]
}

/** Line items whose lines are the rows, with what the reader may see of a line. */
export interface ExportLines {
  readonly field: LineItemsField
  readonly columns: readonly ExportColumn[]
}

export interface ExportPlan {
  readonly statement: SqlFragment
  /** Counts the same records, up to as many as one cares for. */
  readonly count: (most: number) => SqlFragment
  readonly shape: RowShape
  readonly columns: readonly ExportColumn[]
  readonly lines?: ExportLines
}

/** The columns of a file: those that were asked for, with what names the record where it stands in several rows. */
function pathsOf({ columns, rowsOf }: ExportRequest): readonly string[] {
  if (rowsOf === undefined) return columns
  return [...new Set(['id', ...columns.filter((path) => path !== rowsOf)])]
}

function linesOf({ form, rights }: FormReading, rowsOf: string): ExportLines | undefined {
  const items = form.items.find(({ path }) => path === rowsOf)
  if (items === undefined || !mayReadField(rights, items.path)) return undefined
  const seen = [...items.fields.values()].filter(({ key }) => mayReadField(rights, `${items.path}.${key}`))
  return { field: items.field, columns: seen.map((field) => ({ path: field.key, field, through: [] })) }
}

/** All records of a list as one statement: what the same reader sees in pages, as far as it may be exported. */
export function planExport(scene: ReadScene, formKey: string, request: ExportRequest): Planned<ExportPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  if (!reading.rights.export) return { ok: false, problem: { code: 'not-allowed' } }
  const { rowsOf } = request
  const lines = rowsOf === undefined ? undefined : linesOf(reading, rowsOf)
  if (rowsOf !== undefined && lines === undefined) return badFilter([issue('/rowsOf', 'unknown-field')])
  const paths = pathsOf(request)
  const selected = selectRecord(reading, lines === undefined ? paths : [...paths, lines.field.key])
  const order = sortKeys(reading, request.sort)
  const where = whereSql(reading, request)
  const errors = [selected, order, where].flatMap((part) => (part.ok ? [] : part.errors))
  if (!selected.ok || !order.ok || !where.ok) return badFilter(errors)
  const exported = predicateSql(reading.sql, reading.base, formKey, reading.rights.predicates.export)
  const from = sql`from ${fromForm(reading)} where ${where.sql} and ${exported}`
  const statement = sql`select ${joinSql(selected.list, sql`, `)} ${from} order by ${orderBySql(order.keys)}`
  const count = (most: number) =>
    sql`select count(*)::int as count from (select 1 ${from} limit ${param(most, 'int')}) as counted`
  const columns = paths.flatMap((path): ExportColumn[] => {
    const found = scene.app.index.field(reading.form.place, path)
    return found === undefined
      ? []
      : [{ path, field: found.field, through: found.hops.map(({ field }) => field) }]
  })
  const plan = { statement, count, shape: selected.shape, columns }
  return { ok: true, ...plan, ...(lines === undefined ? {} : { lines }) }
}
