import { param, sql, type SqlFragment } from '@pipewright/logic'
import type { CompiledMatch } from '../../matching/match-keys.ts'
import { columnOfAlias, tableOfScene } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { comparedTexts, readableMatches } from './plan-matches.ts'
import { notFound, readForm, type FormReading, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm, mayList } from './record-select.ts'
import { whereSql } from './where.ts'

/** So many records of a group are answered; when these are merged or told apart, the next ones come. */
export const mostOfGroup = 50

export interface DuplicatesRequest {
  /** Whether rules count, too, by which records are possibly the same. */
  readonly possible: boolean
  /** The record that stood first in the last group of the page before. */
  readonly after?: string | undefined
  /** So many groups are looked at. */
  readonly groups: number
}

export interface DuplicatesPlan {
  /** Per group its first `ids`, `size` and `lead`, and of all of them `records`; `size` 0 where a lead is not the first of its group. */
  readonly groups: SqlFragment | undefined
  readonly matches: readonly CompiledMatch[]
}

const rulesOf = (reading: FormReading, possible: boolean): readonly CompiledMatch[] =>
  readableMatches(reading).filter(({ own, rule }) => own && (possible || rule.sure !== 'possible'))

const namesOf = (matches: readonly CompiledMatch[]): SqlFragment =>
  param(
    matches.map(({ name }) => name),
    'text',
    true,
  )

/** The rule of a key stands before its values. */
const ofRules = (key: SqlFragment, matches: readonly CompiledMatch[]): SqlFragment =>
  sql`split_part(${key}, chr(2), 1) = any(${namesOf(matches)})`

/**
 * Records that have a key in common, as `e` of their number `n` and the key `h`, both small: the newest is 1. A record that
 * was told apart from all others of a key has it not.
 */
function edgesSql(reading: FormReading, where: SqlFragment, matches: readonly CompiledMatch[]): SqlFragment {
  const { base, form, sql: scene } = reading
  const [id, match] = [columnOfAlias(base, 'id'), columnOfAlias(base, '_match')]
  return sql`k as materialized (select ${id} as id, hashtextextended(u.key, 0) as h from ${fromForm(reading)}, unnest(${match}) as u(key)
      where ${where} and ${ofRules(sql`u.key`, matches)}),
    many as materialized (select k.id, k.h from k join (select h from k group by h having count(*) > 1) d on d.h = k.h),
    n as materialized (select id, row_number() over (order by id desc)::int as n from (select distinct id from many) r),
    c as materialized (select n.n, many.h from many join n on n.id = many.id),
    pairs as materialized (select a.n as one, b.n as other from ${tableOfScene(scene, '_told_apart')} p join n a on a.id = p.one join n b on b.id = p.other
      where p.form = ${param(form.key, 'text')}),
    apart as (select c.n, c.h, count(*) as apart from (select one, other from pairs union all select other, one from pairs) p
      join c on c.n = p.one join c d on d.n = p.other and d.h = c.h group by c.n, c.h),
    e as materialized (select c.n, c.h from c join (select h, count(*) as size from c group by h) s on s.h = c.h
      left join apart a on a.n = c.n and a.h = c.h where s.size - 1 > coalesce(a.apart, 0))`
}

/**
 * Groups of records that look the same, newest first: found among all that the reader may see by their stored keys, and
 * put together over any number of them. A page begins at records that come first among those next to them; each is followed
 * to the end of its group, from records to keys and back, so that a key that thousands have is gone through once.
 */
export function planDuplicates(
  scene: ReadScene,
  formKey: string,
  { possible, after, groups }: DuplicatesRequest,
): Planned<DuplicatesPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const matches = rulesOf(reading, possible)
  const where = whereSql(reading, {})
  if (matches.length === 0 || !where.ok) return { ok: true, groups: undefined, matches }
  const behind = after === undefined ? sql`true` : sql`n.id < ${param(after, 'uuid')}`
  const most = param(mostOfGroup, 'int')
  const statement = sql`with recursive ${edgesSql(reading, where.sql, matches)},
    near as (select e.n, min(f.first) as first from e join (select h, min(n) as first from e group by h) f on f.h = e.h group by e.n),
    leads as materialized (select near.n from near join n on n.n = near.n where near.first = near.n and ${behind} order by near.n limit ${param(groups, 'int')}),
    ways as materialized (select false as is_key, n::bigint as here, h as there from e union all select true, h, n from e),
    steps as (select n as lead, false as is_key, n::bigint as here from leads
      union select steps.lead, not steps.is_key, ways.there from steps join ways on ways.is_key = steps.is_key and ways.here = steps.here),
    w as (select lead, here::int as n from steps where not is_key),
    g as (select lead, count(*)::int as size, min(n) as first, (array_agg(n order by n))[1:${most}] as some from w group by lead)
    select (select id from n where n.n = g.lead) as lead, case when g.first = g.lead then g.size else 0 end as size,
      array(select n.id from n where g.first = g.lead and n.n = any(g.some) order by n.n) as ids, (select count(distinct n)::int from e) as records
    from g order by g.lead`
  return { ok: true, groups: statement, matches }
}

/** Of records that look the same: `id`, `title`, their own `keys`, the `texts` of compared fields, and what else tells about them. */
export function planAlikeRecords(
  scene: ReadScene,
  formKey: string,
  ids: readonly string[],
  matches: readonly CompiledMatch[],
): SqlFragment | undefined {
  const reading = readForm(scene, formKey)
  const where = reading === undefined ? undefined : whereSql(reading, { ids })
  if (reading === undefined || where?.ok !== true) return undefined
  const { base } = reading
  const [id, match] = [columnOfAlias(base, 'id'), columnOfAlias(base, '_match')]
  const keys = sql`array(select k from unnest(${match}) as k where ${ofRules(sql`k`, matches)})`
  const title = ownTitleSql(reading.sql, base, reading.form.key)
  const [update, remove] = mayList(reading)
  return sql`select ${id} as id, ${title} as title, ${columnOfAlias(base, 'owner')} as owner, ${columnOfAlias(base, 'created_at')} as created_at,
    ${keys} as keys, ${comparedTexts(reading, matches)} as texts, ${update ?? sql`false as may_update`}, ${remove ?? sql`false as may_delete`}
    from ${fromForm(reading)} where ${where.sql}`
}

/** Pairs that were told apart and of which the reader may see both records, the last ones first; `may` where he may change both. */
export function planToldApart(
  scene: ReadScene,
  formKey: string,
  {
    after,
    limit,
  }: {
    readonly after?: { readonly at: string; readonly one: string; readonly other: string } | undefined
    readonly limit: number
  },
): Planned<{ readonly statement: SqlFragment }> {
  const reading = readForm(scene, formKey)
  const where = reading === undefined ? undefined : whereSql(reading, {})
  if (reading === undefined || where?.ok !== true) return notFound
  const { base } = reading
  const title = ownTitleSql(reading.sql, base, reading.form.key)
  const [update] = mayList(reading)
  const seen = (record: SqlFragment) =>
    sql`(select ${title} as title, ${update ?? sql`false as may_update`} from ${fromForm(reading)} where ${columnOfAlias(base, 'id')} = ${record} and ${where.sql})`
  const behind =
    after === undefined
      ? sql`true`
      : sql`(p.at, p.one, p.other) < (${param(after.at, 'timestamptz')}, ${param(after.one, 'uuid')}, ${param(after.other, 'uuid')})`
  const statement = sql`select p.one, p.other, p.at, p.member, a.title as one_title, b.title as other_title, a.may_update and b.may_update as may
    from ${tableOfScene(reading.sql, '_told_apart')} p cross join lateral ${seen(sql`p.one`)} a cross join lateral ${seen(sql`p.other`)} b
    where p.form = ${param(formKey, 'text')} and ${behind} order by p.at desc, p.one desc, p.other desc limit ${param(limit, 'int')}`
  return { ok: true, statement }
}
