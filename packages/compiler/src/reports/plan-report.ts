import type { Expression, Report } from '@pipewright/schemas'
import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from '../records/read/read-scene.ts'
import { fromForm } from '../records/read/record-select.ts'
import { filterSql, whereSql } from '../records/read/where.ts'
import { rememberPlan } from '../records/read/remember-plan.ts'
import { dimensionSql, type DimensionSql } from './dimension-sql.ts'
import { measureColumn, measureSql, type MeasureSql } from './measure-sql.ts'

export type ReportRow = Readonly<Record<string, unknown>>

/** The figures of a report, as they are answered. */
export interface ReportAnswer {
  readonly rows: readonly {
    readonly groups: readonly (string | boolean | null)[]
    readonly values: readonly (string | null)[]
    /** Opens the records behind the row. */
    readonly filter: Expression
  }[]
  readonly totals: readonly (string | null)[]
  readonly titles: Readonly<Record<string, string>>
  readonly more: boolean
}

export interface ReportPlan {
  readonly statement: SqlFragment
  answer(rows: readonly ReportRow[]): ReportAnswer
}

const usualLimit = 200

interface Parts {
  readonly dimensions: readonly DimensionSql[]
  readonly measures: readonly MeasureSql[]
  readonly where: SqlFragment
}

/** Groups in the order of the report; a funnel keeps the order of its stages. */
function orderSql(report: Report, dimensions: readonly DimensionSql[]): SqlFragment {
  const byDimension = dimensions.map(({ order }) => sql`${order} asc nulls last`)
  const figure = sql`g.${identifier('n0')}::numeric`
  const byMeasure =
    report.chart === 'funnel' || report.sort === undefined || report.sort === 'dimension'
      ? []
      : [report.sort === 'measureAsc' ? sql`${figure} asc nulls last` : sql`${figure} desc nulls last`]
  return joinSql([sql`g.is_total desc`, ...byMeasure, ...byDimension], sql`, `)
}

interface FiguresSql {
  readonly before: SqlFragment
  /** Rows of groups and the row of all. */
  readonly rows: SqlFragment
}

const figureList = (measures: readonly MeasureSql[]): SqlFragment[] =>
  measures.map(
    ({ figure }, position) => sql`${figure(measureColumn(position))} as ${identifier(`n${position}`)}`,
  )

/** Figures of which some do not add up: every record is counted for its group and for all. */
function figuresInSets(
  groups: readonly SqlFragment[],
  measures: readonly MeasureSql[],
  records: SqlFragment,
): FiguresSql {
  const [first] = groups
  const total = first === undefined ? sql`1 as is_total` : sql`grouping(${first}) as is_total`
  const by = groups.length === 0 ? sql`()` : sql`(${joinSql(groups, sql`, `)}), ()`
  const list = joinSql([...groups, total, ...figureList(measures)], sql`, `)
  return { before: sql``, rows: sql`select ${list} from (${records}) as rows group by grouping sets (${by})` }
}

/** Figures that add up are counted once per group; all is their sum. */
function addedFigures(
  groups: readonly SqlFragment[],
  measures: readonly MeasureSql[],
  records: SqlFragment,
): FiguresSql {
  const list = joinSql([...groups, sql`0 as is_total`, ...figureList(measures)], sql`, `)
  const sums = measures.map(
    (_, position) => sql`coalesce(sum(${identifier(`n${position}`)}::numeric), 0)::text`,
  )
  const total = joinSql([...groups.map(() => sql`null`), sql`1`, ...sums], sql`, `)
  return {
    before: sql`with grouped as (select ${list} from (${records}) as rows group by ${joinSql(groups, sql`, `)}) `,
    rows: sql`select * from grouped union all select ${total} from grouped`,
  }
}

function statementOf(
  reading: FormReading,
  report: Report,
  { dimensions, measures, where }: Parts,
  limit: number,
): SqlFragment {
  const groups = dimensions.map((_, position) => identifier(`d${position}`))
  const inner = [
    ...dimensions.map(({ group }, position) => sql`${group} as ${identifier(`d${position}`)}`),
    ...measures.map(({ value }, position) => sql`${value} as ${measureColumn(position)}`),
  ]
  const records = sql`select ${joinSql(inner, sql`, `)} from ${fromForm(reading)} where ${where}`
  const answer = dimensions.flatMap((dimension) => dimension.answer)
  const columns = [
    sql`g.is_total`,
    ...measures.map((_, position) => sql`g.${identifier(`n${position}`)}`),
    ...answer,
  ]
  const adds = groups.length > 0 && measures.every((measure) => measure.adds)
  const figures = adds ? addedFigures(groups, measures, records) : figuresInSets(groups, measures, records)
  return sql`${figures.before}select ${joinSql(columns, sql`, `)} from (${figures.rows}) as g order by ${orderSql(report, dimensions)} limit ${param(limit + 2, 'int')}`
}

function answerOf(
  rows: readonly ReportRow[],
  report: Report,
  parts: Parts,
  filters: readonly Expression[],
  limit: number,
): ReportAnswer {
  const values = (row: ReportRow | undefined) =>
    parts.measures.map((_, position) => (row?.[`n${position}`] ?? null) as string | null)
  const total = rows.find((row) => Number(row['is_total']) > 0)
  const groups = parts.dimensions.length === 0 ? rows : rows.filter((row) => Number(row['is_total']) === 0)
  const titles: Record<string, string> = {}
  const shown = groups.slice(0, limit).map((row) => {
    const ids = parts.dimensions.map(
      (_, position) => (row[`v${position}`] ?? null) as string | boolean | null,
    )
    for (const [position, id] of ids.entries()) {
      const title = row[`t${position}`]
      if (typeof id === 'string' && typeof title === 'string') titles[id] = title
    }
    const conditions = [...filters, ...parts.dimensions.map((dimension) => dimension.drill(row))]
    const filter: Expression =
      conditions.length === 0 ? true : conditions.length === 1 ? (conditions[0] ?? true) : { and: conditions }
    return { groups: ids, values: values(row), filter }
  })
  return { rows: shown, totals: values(total), titles, more: groups.length > limit }
}

function makePlan(scene: ReadScene, report: Report, filter: Expression | undefined): Planned<ReportPlan> {
  const reading = readForm(scene, report.form)
  if (reading === undefined) return notFound
  const dimensions = report.dimensions.flatMap(
    (dimension, position) => dimensionSql(reading, dimension, position) ?? [],
  )
  const measures = report.measures.flatMap((measure) => measureSql(reading, measure) ?? [])
  if (dimensions.length < report.dimensions.length || measures.length < report.measures.length)
    return notFound
  const own = report.filter === undefined ? undefined : filterSql(reading, report.filter)
  if (own !== undefined && !own.ok) return notFound
  const where = whereSql(reading, { filter })
  if (!where.ok) return badFilter(where.errors)
  const parts = { dimensions, measures, where: joinSql([...where.parts, ...(own?.parts ?? [])], sql` and `) }
  const limit = Math.min(Math.max(report.limit ?? usualLimit, 1), 1000)
  const filters = [report.filter, filter].filter(
    (each): each is Expression => each !== undefined && each !== null && each !== true,
  )
  return {
    ok: true,
    statement: statementOf(reading, report, parts, limit),
    answer: (rows) => answerOf(rows, report, parts, filters, limit),
  }
}

/**
 * The figures of a report in one statement: groups, totals over all of them, and per group the filter that opens its
 * records. Rows, fields and targets are those the reader may see; a report over anything else does not exist.
 */
export function planReport(scene: ReadScene, report: Report, filter?: Expression): Planned<ReportPlan> {
  const name = `report ${JSON.stringify([report, filter])}`
  return rememberPlan(scene, name, () => makePlan(scene, report, filter))
}
