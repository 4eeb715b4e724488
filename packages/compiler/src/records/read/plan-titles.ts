import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { readableForm } from '../../rights/readable.ts'
import { predicateSql, visibleSql } from '../sql/column-sql.ts'
import { columnOfAlias, sqlScene, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import type { ReadScene } from './read-scene.ts'

/** Which records the reader may see, in the recycle bin too. */
export function reachedSql(scene: SqlScene, alias: SqlFragment, form: string): SqlFragment | undefined {
  const rights = scene.rights === null ? undefined : readableForm(scene.rights, form)
  if (rights === undefined) return undefined
  return rights.predicates.read === true
    ? sql`true`
    : predicateSql(scene, alias, form, rights.predicates.read)
}

/**
 * Titles of records and members ("_member") and departments ("_department") as far as they may be seen: `id`, `title`. One
 * statement. What lies in the recycle bin has none, unless it is asked for.
 */
export function planTitles(
  scene: ReadScene,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  withDeleted = false,
): SqlFragment | undefined {
  const { schema, context, rights } = scene
  const seen = withDeleted ? reachedSql : visibleSql
  const opened = sqlScene({ schema, context, index: scene.app.index, rights })
  const selects = [...wanted].flatMap(([form, ids]) => {
    const match = sql`any(${param([...ids].toSorted(), 'uuid', true)})`
    if (form === '_member' || form === '_department')
      return [sql`select id, name as title from ${tableOfScene(opened, form)} where id = ${match}`]
    const row = opened.alias()
    const visible = scene.app.form(form) === undefined ? undefined : seen(opened, row, form)
    if (visible === undefined) return []
    const id = columnOfAlias(row, 'id')
    return [
      sql`select ${id} as id, ${ownTitleSql(opened, row, form)} as title from ${tableOfScene(opened, form)} ${row} where ${id} = ${match} and ${visible}`,
    ]
  })
  return selects.length === 0 ? undefined : joinSql(selects, sql` union all `)
}
