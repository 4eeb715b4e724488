import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { Mark } from '../comments/comment-store.ts'
import type { Ring } from './circle-of.ts'

export interface Among {
  readonly schema: string
  readonly rings: readonly Ring[]
  readonly table: '_record_event' | '_comment'
  /** Column of the table that `only` asks, beside those that every line has. */
  readonly asked: 'kind' | 'field'
  /** Which lines `e` are told. */
  readonly only: SqlFragment
  /** What an index answers for when lines are gone through from the newest on. */
  readonly walked: SqlFragment
  readonly after: Mark | undefined
  readonly limit: number
}

/** Of so few records the lines are looked up record by record. */
const few = 2000
/** So many of the newest lines of all records are gone through for those of many, before all lines of the many are gathered. */
const farthest = 10_000

const newest = sql`order by e.at desc, e.id desc`
const line = sql`e.at, e.id, e.form, e.record`
const made = sql`e.kind = 'create'`

/** Every record that is told of; of one that stands in several rings, more than its making where any of them says so. */
function recordsSql(rings: readonly Ring[]): SqlFragment {
  const each = rings.map(
    ({ form, ids, noted }) =>
      sql`select ${param(form, 'text')} as form, q.id, ${param(noted, 'boolean')} as noted from (${ids}) q`,
  )
  return joinSql(each, sql` union all `)
}

const onceSql = (records: SqlFragment): SqlFragment =>
  sql`select form, id, bool_and(noted) as noted from (${records}) q group by form, id`

/** Whether a line is of one of the records, found by its key: nothing is gathered for it. */
function isAmong(rings: readonly Ring[]): SqlFragment {
  const each = rings.map(({ form, ids, noted }) => {
    const told = noted ? sql` and ${made}` : sql``
    return sql`(e.form = ${param(form, 'text')}${told} and (select true from (${ids}) q where q.id = e.record limit 1))`
  })
  return sql`(${joinSql(each, sql` or `)})`
}

/**
 * A statement that begins with what `t` gives: place, form and record of the newest lines of many records. It is exact and bounded: of
 * few records their own lines are read; of many the newest lines of all records are gone through, and only where those bring too few,
 * the lines of the many are gathered.
 */
export function newestAmong(among: Among): SqlFragment {
  const { schema, rings, asked, only, walked, after, limit } = among
  const table = sql`${identifier(schema)}.${identifier(among.table)}`
  const past =
    after === undefined
      ? sql`true`
      : sql`(e.at, e.id) < (${param(after.at, 'timestamptz')}, ${param(after.id, 'uuid')})`
  const each = param(limit, 'int')
  const far = param(farthest, 'int')
  const walk = sql`from ${table} e where ${walked} and ${past}`
  const records = recordsSql(rings)
  const told = rings.some(({ noted }) => noted) ? sql`(not i.noted or ${made})` : sql`true`
  const ofEach = (of: SqlFragment, asks: SqlFragment) =>
    sql`select ${line} from ${of} i join ${table} e on e.form = i.form and e.record = i.id
      where ${walked} and ${past} and ${only} and ${told} and ${asks} offset 0`
  return sql`with s as materialized (${records} limit ${param(few + 1, 'int')}),
    many as materialized (select count(*) > ${param(few, 'int')} as yes from s),
    h as materialized (select ${line} from (select ${line}, e.${identifier(asked)} ${walk} and (select yes from many) ${newest} limit ${far}) e
      where ${only} and ${isAmong(rings)} ${newest} limit ${each}),
    d as materialized (select case when not (select yes from many) then false when (select count(*) from h) >= ${each} then false
      else (select count(*) from (select 1 ${walk} limit ${far}) q) >= ${far} end as yes),
    t as materialized (select * from (
      select * from h where not (select yes from d)
      union all (select * from (${ofEach(sql`(${onceSql(sql`select * from s`)})`, sql`not (select yes from many)`)}) e ${newest} limit ${each})
      union all (select * from (${ofEach(sql`(${onceSql(records)})`, sql`(select yes from d)`)}) e ${newest} limit ${each})
    ) e ${newest} limit ${each})`
}
