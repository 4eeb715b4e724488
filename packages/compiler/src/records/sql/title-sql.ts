import type { PeopleForm } from '@pipewright/metadata'
import { sql, type SqlFragment } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import { readableTitleField } from '../../rights/readable.ts'
import { shownSql, visibleSql } from './column-sql.ts'
import { columnOfAlias, tableOfScene, type SqlScene } from './sql-scene.ts'

const noTitle = sql`null::text`

/** The title of the record of an alias as text, as far as this reader may see it. */
export function ownTitleSql(scene: SqlScene, alias: SqlFragment, form: string): SqlFragment {
  const key =
    scene.rights === null
      ? scene.index.form(form)?.titleField
      : readableTitleField(scene.index, scene.rights, form)
  const column = key === undefined ? undefined : shownSql(scene, alias, { form }, [key])
  return column === undefined ? noTitle : sql`(${column})::text`
}

const nameOf = (scene: SqlScene, form: PeopleForm, id: SqlFragment): SqlFragment => {
  const row = scene.alias()
  return sql`(select ${columnOfAlias(row, 'name')} from ${tableOfScene(scene, form)} ${row} where ${columnOfAlias(row, 'id')} = ${id})`
}

/** The titles of all records that a relation to many points to, by id, as JSON; undefined for other fields. */
export function targetTitlesSql(scene: SqlScene, ids: SqlFragment, field: Field): SqlFragment | undefined {
  if (field.type !== 'relations') return undefined
  const row = scene.alias()
  const visible = visibleSql(scene, row, field.form)
  if (visible === undefined) return undefined
  const title = ownTitleSql(scene, row, field.form)
  const id = columnOfAlias(row, 'id')
  return sql`(select jsonb_object_agg(${id}, ${title}) from ${tableOfScene(scene, field.form)} ${row} where ${id} = any(${ids}) and ${visible})`
}

/** The title of what a field points to: a record this reader may see, or a member; null for other fields. */
export function targetTitleSql(scene: SqlScene, id: SqlFragment, pointing: Field): SqlFragment | undefined {
  const field = scene.index.shown(pointing)
  if (field.type === 'member') return nameOf(scene, '_member', id)
  if (field.type === 'department') return nameOf(scene, '_department', id)
  if (field.type !== 'relation') return undefined
  const row = scene.alias()
  const visible = visibleSql(scene, row, field.form)
  if (visible === undefined) return undefined
  const title = ownTitleSql(scene, row, field.form)
  return sql`(select ${title} from ${tableOfScene(scene, field.form)} ${row} where ${columnOfAlias(row, 'id')} = ${id} and ${visible})`
}
