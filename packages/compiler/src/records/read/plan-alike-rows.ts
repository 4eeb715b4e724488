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

/** Records that rows of a file probably are, asked by the keys of many rows in one statement, each found by the index of keys. Undefined where nothing is compared. */
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
  // Key by key, so that each is found by the index of keys: many at once would be looked for in every record.
  const perKey = (keys: readonly string[], told: SqlFragment, list: SqlFragment, condition: SqlFragment) =>
    sql`select w.key, f.* from unnest(${param([...keys], 'text', true)}) as w(key) cross join lateral (select count(*) as some, ${told}
      from (select ${list} from ${fromForm(reading)} where ${condition} and ${match} @> array[w.key]) x) f where f.some > 0`
  return {
    matches,
    found(keys) {
      const list = sql`${id} as id, ${update ?? sql`false as may_update`}`
      const told = sql`(array_agg(x.id::text order by x.id))[1:${most}] as ids, (array_agg(x.may_update order by x.id))[1:${most}] as may`
      return perKey(keys, told, list, where.sql)
    },
    hidden(keys) {
      if (concealed === undefined) return undefined
      const told = sql`(array_agg(distinct x.owner::text))[1:${most}] as owners`
      return perKey(keys, told, sql`${owner} as owner`, concealed)
    },
  }
}
