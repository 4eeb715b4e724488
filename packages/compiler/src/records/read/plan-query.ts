import type { Expression, Sort } from '@pipewright/schemas'
import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { issue, type Issue } from '../issue.ts'
import { joinList } from '../sql/join-list.ts'
import { afterSql, readCursor, type Cursor } from './keyset.ts'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from './read-scene.ts'
import { rememberPlan } from './remember-plan.ts'
import type { ResultRow, RowShape } from './record-answer.ts'
import { fromForm, readablePaths, selectRecord } from './record-select.ts'
import { orderBySql, sortKeys, type SortKeySql } from './sort-keys.ts'
import { topSql, type Under } from './under.ts'
import { whereSql } from './where.ts'

export interface QueryRequest {
  readonly filter?: Expression | undefined
  readonly search?: string | undefined
  /** Those alone whose whole title is what is sought. */
  readonly isNamed?: boolean | undefined
  readonly sort?: readonly Sort[] | undefined
  /** All readable fields without line items when left out. */
  readonly columns?: readonly string[] | undefined
  readonly limit?: number | undefined
  /** The decoded cursor, as it came from outside. */
  readonly after?: unknown
  readonly deleted?: boolean | undefined
  /** These records alone. */
  readonly ids?: readonly string[] | undefined
  /** One level of a tree alone. */
  readonly under?: Under | undefined
}

export interface QueryPlan {
  readonly statement: SqlFragment
  readonly shape: RowShape
  /** The statement asks for one row more, which tells whether there is a next page. */
  readonly limit: number
  cursorOf(row: ResultRow): Cursor
}

const usualLimit = 50
const mostRows = 500
/** The usual page with its one row more, as text. */
const usualRows: SqlFragment = { strings: [String(usualLimit + 1)], values: [] }
/** Five that people choose, and the id. */
const mostKeys = 6

const badCursor = badFilter([issue('/after', 'wrong-type', { expected: 'cursor' })])

/** The order of rows that were selected already, by their marks. */
function orderByMarks(keys: readonly SortKeySql[]): SqlFragment {
  return orderBySql(keys.map((key, position) => ({ ...key, sql: identifier(`s${position}`) })))
}

/**
 * The page after a cursor. Where the first key may be empty and the cursor has not come that far, what is filled and
 * what is empty are taken apart: each part is a range of the index, however deep the page lies.
 */
function pageSql(
  from: SqlFragment,
  keys: readonly SortKeySql[],
  cursor: Cursor | undefined,
  limit: SqlFragment,
): SqlFragment {
  const order = orderBySql(keys)
  const [first, ...rest] = keys
  if (cursor === undefined) return sql`${from} order by ${order} limit ${limit}`
  if (first === undefined || !first.nullable || cursor[0] === null)
    return sql`${from} and ${afterSql(keys, cursor)} order by ${order} limit ${limit}`
  const filled = afterSql([{ ...first, nullable: false }, ...rest], cursor)
  const empty = sql`${first.sql} is null`
  const parts = [
    sql`(${from} and ${filled} order by ${order} limit ${limit})`,
    sql`(${from} and ${empty} order by ${orderBySql(rest)} limit ${limit})`,
  ]
  return sql`select * from (${joinSql(parts, sql` union all `)}) as page order by ${orderByMarks(keys)} limit ${limit}`
}

/** What a page is taken from: all records of the form, or of the highest level of a tree the parts that are found apart. */
function conditionsOf(
  reading: FormReading,
  { under, ...request }: QueryRequest,
):
  | { readonly ok: true; readonly each: readonly SqlFragment[] }
  | { readonly ok: false; readonly errors: readonly Issue[] } {
  const { id = null, parent = '' } = under ?? {}
  const where = whereSql(reading, id === null ? request : { ...request, under: { parent, id } })
  if (!where.ok || under === undefined || id !== null)
    return where.ok ? { ok: true, each: [where.sql] } : where
  const top = topSql(reading, parent, (above) => whereSql(above, { filter: request.filter }))
  return top.ok ? { ok: true, each: top.branches.map((branch) => sql`${branch} and ${where.sql}`) } : top
}

interface KeptPlan extends QueryPlan {
  readonly keys: readonly SortKeySql[]
}

/**
 * PostgreSQL keeps a plan only where it knows how many rows are wanted. That is right where the best way depends on no
 * value; where it does, as for one who owns hardly anything, the number is bound, and each page is planned with its values.
 */
const limitSql = (limit: number, from: SqlFragment): SqlFragment =>
  limit === usualLimit && from.values.length === 0 ? usualRows : param(limit + 1, 'int')

/** Stands for the values of a cursor while a plan is made; which of them are empty decides the statement. */
const standIns = (empty: readonly boolean[]): Cursor =>
  empty.map((isEmpty, position) => (isEmpty ? null : `cursor ${position}`))

const withCursor = ({ strings, values }: SqlFragment, stands: Cursor, cursor: Cursor): SqlFragment => ({
  strings,
  values: values.map((value) => {
    const position = typeof value === 'string' ? stands.indexOf(value) : -1
    return position < 0 ? value : (cursor[position] ?? null)
  }),
})

function makePlan(
  scene: ReadScene,
  formKey: string,
  request: QueryRequest,
  cursor: Cursor | undefined,
): Planned<KeptPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  if (request.deleted === true && !reading.rights.delete)
    return { ok: false, problem: { code: 'not-allowed' } }
  const selected = selectRecord(reading, request.columns ?? readablePaths(reading, false))
  const order = sortKeys(reading, request.sort)
  const where = conditionsOf(reading, request)
  const errors = [selected, order, where].flatMap((part) => (part.ok ? [] : part.errors))
  if (!selected.ok || !order.ok || !where.ok) return badFilter(errors)
  const { keys } = order
  if (cursor !== undefined && cursor.length !== keys.length) return badCursor
  const limit = Math.min(Math.max(request.limit ?? usualLimit, 1), mostRows)
  const marks = keys.map((key, position) => sql`${key.sql} as ${identifier(`s${position}`)}`)
  const list = joinList([...selected.list, ...marks], ', ')
  const all = where.each.map((condition) => sql`select ${list} from ${fromForm(reading)} where ${condition}`)
  const wanted = limitSql(limit, joinSql(all, sql` `))
  const pages = all.map((from) => pageSql(from, keys, cursor, wanted))
  const [only] = pages
  const parts = pages.map((page) => sql`(${page})`)
  const statement =
    pages.length === 1 && only !== undefined
      ? only
      : sql`select * from (${joinSql(parts, sql` union all `)}) as level order by ${orderByMarks(keys)} limit ${wanted}`
  const cursorOf = (row: ResultRow) =>
    keys.map((_, position) => (row[`s${position}`] ?? null) as Cursor[number])
  return { ok: true, statement, shape: selected.shape, limit, cursorOf, keys }
}

/**
 * One page of records, in one statement: only what is shown, only what may be seen. The same question of the same
 * reader is planned once, wherever its page begins; words and records that are named are hardly ever the same.
 */
export function planQuery(scene: ReadScene, formKey: string, request: QueryRequest): Planned<QueryPlan> {
  const { after, ...question } = request
  const given = after === undefined ? undefined : Array.isArray(after) ? (after as unknown[]) : []
  const empty = given?.slice(0, mostKeys + 1).map((value) => value === null)
  const stands = empty && standIns(empty)
  const make = () => makePlan(scene, formKey, question, stands)
  const isOften =
    request.search === undefined && request.ids === undefined && (request.under?.id ?? null) === null
  const plan = isOften
    ? rememberPlan(scene, `query ${formKey} ${JSON.stringify([question, empty])}`, make)
    : make()
  if (!plan.ok || stands === undefined) return plan
  const cursor = readCursor(plan.keys, after)
  return cursor === undefined ? badCursor : { ...plan, statement: withCursor(plan.statement, stands, cursor) }
}
