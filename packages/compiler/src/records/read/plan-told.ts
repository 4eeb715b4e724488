import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { readableForm } from '../../rights/readable.ts'
import { columnOfAlias, sqlScene, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'
import { reachedSql } from './plan-titles.ts'
import type { ReadScene } from './read-scene.ts'

/** Records of which the reader saw, as what they had before their owner was changed since then, what he sees no more. */
function lostSql(scene: SqlScene, form: string, match: SqlFragment, since: string): SqlFragment[] {
  // Who sees all of them loses none.
  if (scene.rights !== null && readableForm(scene.rights, form)?.predicates.read === true) return []
  const [line, now, before] = [scene.alias(), scene.alias(), scene.alias()]
  const reached = reachedSql(scene, before, form)
  if (reached === undefined) return []
  const changes = columnOfAlias(line, 'changes')
  const owned = sql`(select jsonb_object_agg(key, value -> 0) from jsonb_each(${changes}) where key in ('owner', 'department'))`
  return [
    sql`select ${columnOfAlias(before, 'id')} as id, ${columnOfAlias(line, 'id')}::text as lost from ${tableOfScene(scene, '_record_event')} ${line} join ${tableOfScene(scene, form)} ${now} on ${columnOfAlias(now, 'id')} = ${columnOfAlias(line, 'record')} cross join lateral jsonb_populate_record(${now}, ${owned}) as ${before} where ${columnOfAlias(line, 'form')} = ${param(form, 'text')} and ${columnOfAlias(line, 'record')} = ${match} and ${columnOfAlias(line, 'at')} > ${param(since, 'timestamptz')} and ${changes} -> 'owner' ->> 0 is not null and ${reached}`,
  ]
}

/**
 * Of which of these records a reader is told that they changed: those that he sees, in the recycle bin too (`lost` is null), and
 * those that he saw until their owner was changed, with the line of the ledger that says so: `id`, `lost`. One statement.
 */
export function planTold(
  scene: ReadScene,
  changed: ReadonlyMap<string, ReadonlySet<string>>,
  since: string,
): SqlFragment | undefined {
  const { schema, context, rights } = scene
  const opened = sqlScene({ schema, context, index: scene.app.index, rights })
  const selects = [...changed].flatMap(([form, ids]) => {
    const row = opened.alias()
    const reached = scene.app.form(form) === undefined ? undefined : reachedSql(opened, row, form)
    if (reached === undefined) return []
    const match = sql`any(${param([...ids].toSorted(), 'uuid', true)})`
    const id = columnOfAlias(row, 'id')
    const seen = sql`select ${id} as id, null::text as lost from ${tableOfScene(opened, form)} ${row} where ${id} = ${match} and ${reached}`
    return [seen, ...lostSql(opened, form, match, since)]
  })
  return selects.length === 0 ? undefined : joinSql(selects, sql` union all `)
}
