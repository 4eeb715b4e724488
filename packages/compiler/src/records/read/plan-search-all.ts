import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { searchTerms } from '../grams.ts'
import { readForm, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

const hitsPerForm = 5

/** The first hits of every form that may be read, in one statement: `form`, `id`, `title`. */
export function planSearchAll(scene: ReadScene, search: string): SqlFragment | undefined {
  if (searchTerms(search).terms.length === 0) return undefined
  const selects = scene.app.definition.forms.flatMap((form) => {
    const reading = readForm(scene, form.key)
    if (reading === undefined || reading.form.searchFields.length === 0) return []
    const where = whereSql(reading, { search })
    if (!where.ok) return []
    const { base } = reading
    const title = ownTitleSql(reading.sql, base, form.key)
    return [
      sql`(select ${param(form.key, 'text')} as form, ${columnOfAlias(base, 'id')} as id, ${title} as title from ${fromForm(reading)} where ${where.sql} order by ${columnOfAlias(base, 'updated_at')} desc, ${columnOfAlias(base, 'id')} desc limit ${param(hitsPerForm, 'int')})`,
    ]
  })
  return selects.length === 0 ? undefined : joinSql(selects, sql` union all `)
}
