import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { readableForm } from '../../../rights/readable.ts'
import { columnOfAlias, sqlScene, tableOfScene, type SqlScene } from '../../sql/sql-scene.ts'
import { reachedSql } from '../plan-titles.ts'
import type { ReadScene } from '../read-scene.ts'
import { beforeSql, type Before } from './before-sql.ts'
import { scopeReads, type ScopeRead } from './scope-reads.ts'

/** Ids of records by form. */
type Ids = ReadonlyMap<string, ReadonlySet<string>>

export interface ChangedNews {
  readonly changed: Ids
  /** Rows of records that were deleted for good, with what decides who saw them. */
  readonly purged: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Changes since then are looked at. */
  readonly since: string
}

/** So many records that come or go with one that they belong to are named; more are told as "many". */
export const mostBelonging = 100

const answer = (form: string, id: SqlFragment, lost: SqlFragment) =>
  sql`${param(form, 'text')} as form, ${id} as id, ${lost} as lost`

/** Records that are seen, in the recycle bin too. */
function seenSql(scene: SqlScene, form: string, ids: ReadonlySet<string>): SqlFragment[] {
  const row = scene.alias()
  const reached = reachedSql(scene, row, form)
  if (reached === undefined) return []
  const id = columnOfAlias(row, 'id')
  const match = sql`any(${param([...ids].toSorted(), 'uuid', true)})`
  return [
    sql`select ${answer(form, id, sql`null::text`)} from ${tableOfScene(scene, form)} ${row} where ${id} = ${match} and ${reached}`,
  ]
}

/** Records that are there no more and were seen, as far as they tell themselves. */
function purgedSql(scene: SqlScene, form: string, rows: ReadonlyMap<string, string>): SqlFragment[] {
  const row = scene.alias()
  const reached = reachedSql(scene, row, form)
  if (reached === undefined) return []
  const json = sql`${param(`[${[...rows.values()].join(',')}]`, 'text')}::jsonb`
  return [
    sql`select ${answer(form, columnOfAlias(row, 'id'), sql`null::text`)} from jsonb_populate_recordset(null::${tableOfScene(scene, form)}, ${json}) as ${row} where ${reached}`,
  ]
}

/** The records of lines as they were before them. */
const beforeFrom = ({ name }: Before, row: SqlFragment) =>
  sql`${name} cross join lateral (select (${name}.was).*) as ${row}`

/** Records that were seen, as what they were before a line of the ledger. */
function lostSql(scene: SqlScene, read: ScopeRead, before: Before): SqlFragment[] {
  const row = scene.alias()
  const reached = reachedSql(scene, row, read.form)
  if (reached === undefined) return []
  return [
    sql`select ${answer(read.form, columnOfAlias(row, 'id'), sql`${before.name}.line`)} from ${beforeFrom(before, row)} where ${reached}`,
  ]
}

/** Which records of a form lead by relations to the record of a line. */
function leadsTo(scene: SqlScene, read: ScopeRead, row: SqlFragment, record: SqlFragment): SqlFragment {
  const [first = '', ...rest] = read.hops
  const step = (form: string, alias: SqlFragment, key: string, hops: readonly string[]): SqlFragment => {
    const column = columnOfAlias(alias, key)
    const [next, ...further] = hops
    const field = scene.index.field({ form }, key)?.field
    if (next === undefined || field?.type !== 'relation') return sql`${column} = ${record}`
    const between = scene.alias()
    return sql`${column} in (select ${columnOfAlias(between, 'id')} from ${tableOfScene(scene, field.form)} ${between} where ${step(field.form, between, next, further)})`
  }
  return step(read.form, row, first, rest)
}

/** Records that came to be seen or are seen no more because one that they belong to was changed. */
function belongingSql(scene: SqlScene, read: ScopeRead, before: Before): SqlFragment[] {
  const [old, row, as, other] = [scene.alias(), scene.alias(), scene.alias(), scene.alias()]
  const others = sql`select ${other}.* from ${tableOfScene(scene, read.of)} ${other} where ${columnOfAlias(other, 'id')} <> ${columnOfAlias(old, 'id')}`
  const instead = { table: read.of, rows: sql`(select ${old}.* union all ${others})` }
  const was = reachedSql({ ...scene, instead }, row, read.form)
  const is = reachedSql(scene, row, read.form)
  if (was === undefined || is === undefined) return []
  const leads = leadsTo(scene, read, row, columnOfAlias(old, 'id'))
  return [
    sql`select * from (select ${answer(read.form, columnOfAlias(row, 'id'), sql`${before.name}.line`)} from ${beforeFrom(before, old)} join ${tableOfScene(scene, read.form)} ${row} on ${leads} where coalesce(${was}, false) <> coalesce(${is}, false) limit ${param(mostBelonging + 1, 'int')}) as ${as}`,
  ]
}

/** Everything of which the sight changed, by the forms that changed. */
function sightSql(scene: SqlScene, reads: readonly ScopeRead[], { changed, since }: ChangedNews) {
  return [...Map.groupBy(reads, ({ of }) => of)].flatMap(([of, ours]) => {
    const ids = changed.get(of)
    const keys = new Set(ours.flatMap((read) => [...read.keys]))
    const before = ids && beforeSql(scene, of, keys, ids, since)
    if (before === undefined) return []
    const selects = ours.flatMap((read) =>
      read.hops.length === 0 ? lostSql(scene, read, before) : belongingSql(scene, read, before),
    )
    return [{ before, selects }]
  })
}

/** Whether somebody sees all records of a form, so that nothing needs to be asked of any. */
export const seesAll = ({ rights }: ReadScene, form: string): boolean =>
  readableForm(rights, form)?.predicates.read === true

/**
 * Of which records a reader is told because these changed: those of them that he sees, in the recycle bin too (`lost` is
 * null), and others with the line of the ledger by which his sight changed, own or of a record that they belong to. One
 * statement, and none where nothing that changed can concern him or he sees all of it anyway.
 */
export function planTold(scene: ReadScene, news: ChangedNews): SqlFragment | undefined {
  const { schema, context, rights, app } = scene
  const opened = sqlScene({ schema, context, index: app.index, rights })
  const asked = <T>(by: ReadonlyMap<string, T>) =>
    [...by].filter(([form]) => app.form(form) !== undefined && !seesAll(scene, form))
  const sight = sightSql(opened, scopeReads(app.index, rights), news)
  const selects = [
    ...asked(news.changed).flatMap(([form, ids]) => seenSql(opened, form, ids)),
    ...asked(news.purged).flatMap(([form, rows]) => purgedSql(opened, form, rows)),
    ...sight.flatMap((one) => one.selects),
  ]
  if (selects.length === 0) return undefined
  const all = joinSql(selects, sql` union all `)
  if (sight.length === 0) return all
  const lines = sight.map(({ before }) => sql`${before.name} as materialized (${before.select})`)
  return sql`with ${joinSql(lines, sql`, `)} ${all}`
}
