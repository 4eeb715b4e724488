import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { Mark } from '../comments/comment-store.ts'
import { besideSql } from './beside.ts'
import type { Ring } from './circle-of.ts'

export interface Among {
  readonly schema: string
  readonly rings: readonly Ring[]
  readonly table: '_record_event' | '_comment' | '_record_mail'
  /** Column of the table that `only` asks, beside those that every line has. */
  readonly asked: 'kind' | 'field' | 'state'
  /** Which lines `e` are told. */
  readonly only: SqlFragment
  /** What an index answers for when lines are gone through from the newest on. */
  readonly walked: SqlFragment
  readonly after: Mark | undefined
  readonly limit: number
  /** Lines are written when their record is changed, but for those beside. */
  readonly byChange?: boolean
}

/** So many lines beside changes are looked through per form before all are gathered. */
const farthestBeside = 3000
const beside: SqlFragment = { strings: [besideSql], values: [] }

/** Of so few records the lines are looked up record by record. */
const few = 2000
/** So many of the newest lines of all records are gone through for those of many, before all lines of the many are gathered. */
const farthest = 10_000
/** So many where there is another way to those of many. */
const farthestFirst = 2000

const newest = sql`order by e.at desc, e.id desc`
const line = sql`e.at, e.id, e.form, e.record`
const made = sql`e.kind = 'create'`

/** Every record that is told of; of one that stands in several rings, more than its making where any of them says so. */
function recordsSql(rings: readonly Ring[]): SqlFragment {
  const each = rings.map(
    ({ form, ids, noted }) =>
      sql`select ${param(form, 'text')} as form, q.id, ${param(noted, 'boolean')} as noted, q.changed from (${ids}) q`,
  )
  return joinSql(each, sql` union all `)
}

/** Whatever says so in any ring tells more of a record than its making. */
const noted = sql`bool_and(noted) as noted`

interface Pieces {
  readonly table: SqlFragment
  readonly past: SqlFragment
  readonly told: SqlFragment
  readonly each: SqlFragment
}

const onceSql = (of: SqlFragment): SqlFragment => sql`select form, id, ${noted} from ${of} group by form, id`

/** Whether a line is of one of the records, found by its key: nothing is gathered for it. */
function isAmong(rings: readonly Ring[]): SqlFragment {
  const each = rings.map(({ form, ids, noted }) => {
    const told = noted ? sql` and ${made}` : sql``
    return sql`(e.form = ${param(form, 'text')}${told} and (select true from (${ids}) q where q.id = e.record limit 1))`
  })
  return sql`(${joinSql(each, sql` or `)})`
}

/** So many times as many records as lines, those that were changed last, are asked how far back a page of lines goes. */
const times = 2
/** A change that had to wait for another one is stamped with when it began. */
const waited = sql`interval '1 minute'`

/**
 * Steps that bring the newest lines of many records without gathering them all. Those that were changed last tell how far back a page goes
 * (`b`); whatever was not changed since can only have lines beside (`x`), and of the rest the lines are looked up (`y`). Where that does not
 * reach, `g` says to gather all the same.
 */
function byChangeSql(among: Among, { table, past, told, each }: Pieces): SqlFragment {
  const { rings, only, walked, after, limit } = among
  const records = recordsSql(rings)
  const before = after === undefined ? sql`true` : sql`changed < ${param(after.at, 'timestamptz')}`
  const linesOf = (of: SqlFragment, asks: SqlFragment) =>
    sql`select e.* from (${of}) i cross join lateral (select ${line} from ${table} e where e.form = i.form and e.record = i.id
      and ${walked} and ${past} and ${only} and ${told} and ${asks} ${newest} limit ${each}) e`
  const forms = param([...new Set(rings.map(({ form }) => form))], 'text', true)
  const most = param(farthestBeside, 'int')
  const since = sql`e.at >= (select at from b)`
  return sql`c as materialized (select form, id, noted from (${records}) q where (select yes from d) and ${before}
      order by changed desc limit ${param(limit * times, 'int')}),
    b as materialized (select case when count(*) >= ${each} then min(e.at) end as at from
      (select * from (${linesOf(onceSql(sql`c`), sql`true`)}) e ${newest} limit ${each}) e),
    w as materialized (select e.* from unnest(${forms}) f(form) cross join lateral (select ${line}, e.kind from ${table} e
      where e.form = f.form and e.${beside} and ${walked} and ${past} and ${since} ${newest} limit ${most}) e),
    x as materialized (select ${line} from w e where ${only} and ${isAmong(rings)} ${newest} limit ${each}),
    y as materialized (select * from (${linesOf(
      onceSql(sql`(${records}) q where changed >= (select at from b) - ${waited}`),
      sql`not e.${beside} and ${since}`,
    )}) e ${newest} limit ${each}),
    g as materialized (select case when not (select yes from d) then false when (select at from b) is null then true
      else exists (select from w group by form having count(*) >= ${most}) end as yes)`
}

/** Without a way by changes, whatever the walk did not bring is gathered. */
const gatherOnly = sql`g as materialized (select yes from d)`

/**
 * A statement that begins with what `t` gives: place, form and record of the newest lines of many records. It is exact and bounded: of
 * few records their own lines are read; of many the newest lines of all records are gone through; where those bring too few, lines are
 * looked for by when their records were changed last; and only where that does not reach, the lines of the many are gathered.
 */
export function newestAmong(among: Among): SqlFragment {
  const { schema, rings, asked, only, walked, after, limit, byChange = false } = among
  const table = sql`${identifier(schema)}.${identifier(among.table)}`
  const past =
    after === undefined
      ? sql`true`
      : sql`(e.at, e.id) < (${param(after.at, 'timestamptz')}, ${param(after.id, 'uuid')})`
  const each = param(limit, 'int')
  const far = param(byChange ? farthestFirst : farthest, 'int')
  const walk = sql`from ${table} e where ${walked} and ${past}`
  const records = recordsSql(rings)
  const told = rings.some((ring) => ring.noted) ? sql`(not i.noted or ${made})` : sql`true`
  const ofEach = (of: SqlFragment, asks: SqlFragment) =>
    sql`select ${line} from ${of} i join ${table} e on e.form = i.form and e.record = i.id
      where ${walked} and ${past} and ${only} and ${told} and ${asks} offset 0`
  const byChanges = byChange ? byChangeSql(among, { table, past, told, each }) : gatherOnly
  const found = byChange
    ? sql` union all select * from (select * from x union all select * from y) e where not (select yes from g)`
    : sql``
  return sql`with s as materialized (${records} limit ${param(few + 1, 'int')}),
    many as materialized (select count(*) > ${param(few, 'int')} as yes from s),
    h as materialized (select ${line} from (select ${line}, e.${identifier(asked)} ${walk} and (select yes from many) ${newest} limit ${far}) e
      where ${only} and ${isAmong(rings)} ${newest} limit ${each}),
    d as materialized (select case when not (select yes from many) then false when (select count(*) from h) >= ${each} then false
      else (select count(*) from (select 1 ${walk} limit ${far}) q) >= ${far} end as yes),
    ${byChanges},
    t as materialized (select * from (
      select * from h where not (select yes from d)${found}
      union all (select * from (${ofEach(sql`(${onceSql(sql`s`)})`, sql`not (select yes from many)`)}) e ${newest} limit ${each})
      union all (select * from (${ofEach(sql`(${onceSql(sql`(${records}) q`)})`, sql`(select yes from g)`)}) e ${newest} limit ${each})
    ) e ${newest} limit ${each})`
}
