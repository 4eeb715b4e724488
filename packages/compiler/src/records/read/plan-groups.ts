import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { Expression, TableGroup, TableSummary } from '@pipewright/schemas'
import { dimensionSql, type DimensionSql } from '../../reports/dimension-sql.ts'
import { measureColumn, measureSql, type MeasureSql } from '../../reports/measure-sql.ts'
import { issue, type Issue } from '../issue.ts'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql, type Narrowing } from './where.ts'

export interface GroupsRequest extends Omit<Narrowing, 'deleted'> {
  /** What records are put together by; without it all of them are one group. */
  readonly group?: TableGroup | undefined
  readonly summaries?: readonly TableSummary[] | undefined
  readonly limit?: number | undefined
  /** How many groups come before the page. */
  readonly skip?: number | undefined
}

export interface RecordGroup {
  readonly value: string | boolean | null
  /** Of a record, member or department: its name. */
  readonly title: string | null
  readonly count: number
  /** One per summary that was asked for, as an exact decimal or a day. */
  readonly figures: readonly (string | null)[]
  /** Leaves the records of the group. */
  readonly filter: Expression
}

export interface GroupsPlan {
  readonly statement: SqlFragment
  answer(rows: readonly Readonly<Record<string, unknown>>[]): {
    readonly groups: readonly RecordGroup[]
    readonly next: number | null
  }
}

const usualLimit = 50
const mostGroups = 200

function measuresOf(reading: FormReading, summaries: readonly TableSummary[]) {
  const measures: MeasureSql[] = []
  const errors: Issue[] = []
  for (const [position, { field, function: name }] of summaries.entries()) {
    const measure = measureSql(reading, { key: 'figure', label: {}, function: name, field })
    if (measure === undefined) errors.push(issue(`/summaries/${position}`, 'unknown-field'))
    else measures.push(measure)
  }
  return { measures, errors }
}

/** The groups in order; those of equal names by their value, so that a page goes on where the one before ended. */
function orderSql({ order }: DimensionSql, direction: TableGroup['direction']): SqlFragment {
  const way = direction === 'desc' ? sql`desc` : sql`asc`
  return sql`${order} ${way} nulls last, g.${identifier('d0')} ${way} nulls last`
}

function statementOf(
  reading: FormReading,
  where: SqlFragment,
  { group, limit, skip }: { group: TableGroup | undefined; limit: number; skip: number },
  dimension: DimensionSql | undefined,
  measures: readonly MeasureSql[],
): SqlFragment {
  const by = dimension === undefined ? [] : [sql`${dimension.group} as ${identifier('d0')}`]
  const taken = [
    ...by,
    ...measures.map(({ value }, position) => sql`${value} as ${measureColumn(position)}`),
    sql`1 as one`,
  ]
  const figures = [
    sql`count(*)::int as count`,
    ...measures.map(
      ({ figure }, position) => sql`${figure(measureColumn(position))} as ${identifier(`n${position}`)}`,
    ),
  ]
  const records = sql`select ${joinSql(taken, sql`, `)} from ${fromForm(reading)} where ${where}`
  if (dimension === undefined) return sql`select ${joinSql(figures, sql`, `)} from (${records}) as rows`
  const grouped = sql`select ${joinSql([identifier('d0'), ...figures], sql`, `)} from (${records}) as rows group by 1`
  const shown = [
    sql`g.count`,
    ...measures.map((_, position) => sql`g.${identifier(`n${position}`)}`),
    ...dimension.answer,
  ]
  return sql`select ${joinSql(shown, sql`, `)} from (${grouped}) as g order by ${orderSql(dimension, group?.direction)} limit ${param(limit + 1, 'int')} offset ${param(skip, 'int')}`
}

/**
 * The groups of a list, counted and summed up where the records lie: a page of groups is read, never the records. Rows,
 * fields and names are those the reader may see. The groups inside one are asked for with its filter.
 */
export function planGroups(scene: ReadScene, formKey: string, request: GroupsRequest): Planned<GroupsPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const { group, summaries = [] } = request
  const dimension = group && dimensionSql(reading, group, 0)
  const unknown = group !== undefined && dimension === undefined ? [issue('/group', 'unknown-field')] : []
  const { measures, errors } = measuresOf(reading, summaries)
  const where = whereSql(reading, { filter: request.filter, search: request.search })
  const wrong = [...unknown, ...errors, ...(where.ok ? [] : where.errors)]
  if (!where.ok || wrong.length > 0) return badFilter(wrong)
  const limit = Math.min(Math.max(request.limit ?? usualLimit, 1), mostGroups)
  const skip = request.skip ?? 0
  return {
    ok: true,
    statement: statementOf(reading, where.sql, { group, limit, skip }, dimension, measures),
    answer: (rows) => ({
      groups: rows.slice(0, limit).map((row) => ({
        value: (row['v0'] ?? null) as string | boolean | null,
        title: (row['t0'] ?? null) as string | null,
        count: Number(row['count'] ?? 0),
        figures: measures.map((_, position) => (row[`n${position}`] ?? null) as string | null),
        filter: dimension?.drill(row) ?? true,
      })),
      next: rows.length > limit ? skip + limit : null,
    }),
  }
}
