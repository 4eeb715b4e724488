import type { PeopleForm } from '@pipewright/metadata'
import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { AnyRelationField, Field } from '@pipewright/schemas'
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

/** The title of a record of one form as far as this reader may see it, as one branch of several. */
function titleBranches(
  scene: SqlScene,
  { targets }: AnyRelationField,
  id: SqlFragment,
  answer: (id: SqlFragment, title: SqlFragment) => SqlFragment,
): SqlFragment[] {
  return targets.flatMap(({ form }) => {
    const row = scene.alias()
    const visible = visibleSql(scene, row, form)
    if (visible === undefined) return []
    const own = columnOfAlias(row, 'id')
    const answered = answer(own, ownTitleSql(scene, row, form))
    return [
      sql`when ${param(form, 'text')} then (select ${answered} from ${tableOfScene(scene, form)} ${row} where ${own} = ${id} and ${visible})`,
    ]
  })
}

/** The title of what `lead:0193…` names. */
function namedTitleSql(scene: SqlScene, text: SqlFragment, field: AnyRelationField): SqlFragment | undefined {
  const id = sql`split_part(${text}, ':', 2)::uuid`
  const branches = titleBranches(scene, field, id, (_id, title) => title)
  return branches.length === 0
    ? undefined
    : sql`(case split_part(${text}, ':', 1) ${joinSql(branches, sql` `)} end)`
}

/**
 * The titles of all records that a relation to many points to, or of the one of any of several forms, by id, as JSON;
 * undefined for other fields.
 */
export function targetTitlesSql(scene: SqlScene, ids: SqlFragment, field: Field): SqlFragment | undefined {
  if (field.type === 'anyRelation') {
    const id = sql`(${ids} ->> 'id')::uuid`
    const branches = titleBranches(
      scene,
      field,
      id,
      (own, title) => sql`jsonb_build_object(${own}, ${title})`,
    )
    return branches.length === 0 ? undefined : sql`(case ${ids} ->> 'form' ${joinSql(branches, sql` `)} end)`
  }
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
  if (field.type === 'anyRelation') return namedTitleSql(scene, id, field)
  if (field.type !== 'relation') return undefined
  const row = scene.alias()
  const visible = visibleSql(scene, row, field.form)
  if (visible === undefined) return undefined
  const title = ownTitleSql(scene, row, field.form)
  return sql`(select ${title} from ${tableOfScene(scene, field.form)} ${row} where ${columnOfAlias(row, 'id')} = ${id} and ${visible})`
}
