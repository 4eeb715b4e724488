import { param, sql, type SqlFragment } from '@pipewright/logic'
import type { CompiledMatch } from '../../matching/match-keys.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { concealedSql, readableMatches } from './plan-matches.ts'
import { readForm, type FormReading, type ReadScene } from './read-scene.ts'
import { fromForm, mayList } from './record-select.ts'
import { whereSql } from './where.ts'

/** So many records of a key are told; two are enough to know that it is not sure which one is meant. */
const mostOfKey = 2

export interface AlikeRowsPlan {
  /** Rules of the form that make it likely and compare what the reader may read. */
  readonly matches: readonly CompiledMatch[]
  /** Per key that records have, the first `ids` that the reader may see, and whether he `may` change each. */
  found(keys: readonly string[]): SqlFragment
  /** Per key, the `owners` of records that he may not see, where the form says that this is told. */
  hidden(keys: readonly string[]): SqlFragment | undefined
}

/** The rules by which rows of a file are held against records: those that make it likely, over fields that may be read. */
export const likelyMatches = (reading: FormReading): readonly CompiledMatch[] =>
  readableMatches(reading).filter(({ own, rule }) => own && rule.sure !== 'possible')

/** Records that rows of a file probably are, asked by the keys of many rows in one statement. Undefined where nothing is compared. */
export function planAlikeRows(scene: ReadScene, formKey: string): AlikeRowsPlan | undefined {
  const reading = readForm(scene, formKey)
  const where = reading === undefined ? undefined : whereSql(reading, {})
  if (reading === undefined || where?.ok !== true) return undefined
  const matches = likelyMatches(reading)
  if (matches.length === 0) return undefined
  const { base } = reading
  const [id, match, owner] = [
    columnOfAlias(base, 'id'),
    columnOfAlias(base, '_match'),
    columnOfAlias(base, 'owner'),
  ]
  const [update] = mayList(reading)
  const concealed = concealedSql(reading)
  const most = param(mostOfKey, 'int')
  // However common the planner thinks a key is: what is in common is found by its index.
  const found = (list: SqlFragment, condition: SqlFragment, wanted: SqlFragment) =>
    sql`with found as materialized (select ${list}, ${match} as keys from ${fromForm(reading)} where ${condition} and ${match} && ${wanted})`
  return {
    matches,
    found(keys) {
      const wanted = param([...keys], 'text', true)
      return sql`${found(sql`${id} as id, ${update ?? sql`false as may_update`}`, where.sql, wanted)}
        select u.key, (array_agg(f.id::text order by f.id))[1:${most}] as ids, (array_agg(f.may_update order by f.id))[1:${most}] as may
        from found f, unnest(f.keys) as u(key) where u.key = any(${wanted}) group by u.key`
    },
    hidden(keys) {
      if (concealed === undefined) return undefined
      const wanted = param([...keys], 'text', true)
      return sql`${found(sql`${owner} as owner`, concealed, wanted)}
        select u.key, (array_agg(distinct f.owner::text))[1:${most}] as owners
        from found f, unnest(f.keys) as u(key) where u.key = any(${wanted}) group by u.key`
    },
  }
}
