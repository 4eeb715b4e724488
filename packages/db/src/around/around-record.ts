import { idsOf, planPointing } from '@pipewright/compiler'
import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { readSceneOf, type Scene } from '../records/scene.ts'
import { listsOf } from './lists-of.ts'

export interface Site {
  readonly form: string
  readonly record: string
}

/**
 * Of a table `t` whose lines belong to records, those that belong to a record or to records that point to it; of these, as far as the
 * reader may see them and what they point with.
 */
export function aroundRecord(scene: Scene, { form, record }: Site, withRelated: boolean): SqlFragment {
  const own = sql`(t.form = ${param(form, 'text')} and t.record = ${param(record, 'uuid')})`
  if (!withRelated) return own
  const lists = Map.groupBy(listsOf(scene, form), (list) => list.form)
  const related = [...lists].flatMap(([key, pointing]) => {
    // Where the form or the field may not be read, there is nothing to choose by.
    const chosen = planPointing(
      readSceneOf(scene),
      key,
      pointing.map(({ field }) => ({ field, to: { record } })),
    )
    return chosen === undefined
      ? []
      : [sql`(t.form = ${param(key, 'text')} and t.record in (${idsOf(chosen)}))`]
  })
  return sql`(${joinSql([own, ...related], sql` or `)})`
}
