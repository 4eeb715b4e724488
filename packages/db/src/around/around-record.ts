import { planSelection } from '@pipewright/compiler'
import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { layoutsOf } from '@pipewright/metadata'
import type { RelatedList } from '@pipewright/schemas'
import { readSceneOf, type Scene } from '../records/scene.ts'

export interface Site {
  readonly form: string
  readonly record: string
}

/** Every list of related records that a form shows in one of its layouts, each once. */
function listsOf(scene: Scene, key: string): RelatedList[] {
  const form = scene.app.index.form(key)
  if (form === undefined) return []
  const lists = layoutsOf(form).flatMap(({ related = [] }) => related)
  return [...new Map(lists.map((list) => [`${list.form}.${list.field}`, list])).values()]
}

/**
 * Of a table `t` whose lines belong to records, those that belong to a record or to records that point to it; of these, as far as the
 * reader may see them and what they point with.
 */
export function aroundRecord(scene: Scene, { form, record }: Site, withRelated: boolean): SqlFragment {
  const own = sql`(t.form = ${param(form, 'text')} and t.record = ${param(record, 'uuid')})`
  if (!withRelated) return own
  const related = listsOf(scene, form).flatMap((list) => {
    const isMany = scene.app.index.field(list.form, list.field)?.field.type === 'relations'
    const filter = isMany
      ? { hasAny: [{ var: list.field }, [record]] }
      : { eq: [{ var: list.field }, record] }
    // Where the form or the field may not be read, there is nothing to choose by.
    const chosen = planSelection(readSceneOf(scene), list.form, { filter })
    if (!chosen.ok) return []
    return [sql`(t.form = ${param(list.form, 'text')} and t.record in (${chosen.statement}))`]
  })
  return sql`(${joinSql([own, ...related], sql` or `)})`
}
