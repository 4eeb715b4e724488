import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { searchTerms } from '../grams.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { readForm, type FormReading, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { orderBySql, sortKeys } from './sort-keys.ts'
import { searchedColumns, whereSql } from './where.ts'

/** Shown of a form; those whose title is what is sought come first. */
export const hitsPerForm = 5

/** What is common is found among the records changed last; only what is rare is looked for by the index of the search. */
const lookedThrough = 2000

/** What is read of a hit: `form`, `id`, `title`, `at` and by field the `texts` that may be read. */
function hitColumns(reading: FormReading): SqlFragment {
  const { base, form } = reading
  const fields = form.searchFields.filter((field) => mayReadField(reading.rights, field.key))
  const texts = searchedColumns(reading, fields).map(
    ({ key, column }) => sql`${param(key, 'text')}, ${column}`,
  )
  const title = ownTitleSql(reading.sql, base, form.key)
  return sql`${param(form.key, 'text')} as form, ${columnOfAlias(base, 'id')} as id, ${title} as title, ${columnOfAlias(base, 'updated_at')} as at, jsonb_build_object(${joinSql(texts, sql`, `)}) as texts`
}

function hitsSql(reading: FormReading, search: string): SqlFragment | undefined {
  const all = whereSql(reading, { search })
  const few = whereSql(reading, { search, byIndex: false })
  const so = whereSql(reading, { search, isNamed: true })
  if (!all.ok || !few.ok || !so.ok) return undefined
  const { base } = reading
  const [named, recent, rare] = [sql`named`, sql`recent`, sql`rare`]
  const id = columnOfAlias(base, 'id')
  // As the lists are ordered, which an index has.
  const sorted = sortKeys(reading, undefined)
  const order = sql`order by ${orderBySql(sorted.ok ? sorted.keys : [])}`
  const latest = sql`(select ${base}.* from ${fromForm(reading)} where ${columnOfAlias(base, 'deleted_at')} is null ${order} limit ${param(lookedThrough, 'int')}) ${base}`
  const columns = hitColumns(reading)
  const limit = sql`limit ${param(hitsPerForm, 'int')}`
  const enough = sql`(select count(*) from ${recent}) >= ${param(hitsPerForm, 'int')}`
  const isNamed = sql`any(array(select id from ${named}))`
  const parts = [
    sql`${named} as materialized (select ${id} as id from ${fromForm(reading)} where ${so.sql} ${limit})`,
    sql`${recent} as materialized (select ${columns}, false as named from ${latest} where ${few.sql} ${order} ${limit})`,
    sql`${rare} as materialized (select ${id} as id, ${columnOfAlias(base, 'updated_at')} as at from ${fromForm(reading)} where not ${enough} and ${all.sql})`,
  ]
  const found = [
    sql`(select ${columns}, true as named from ${fromForm(reading)} where ${id} = ${isNamed})`,
    sql`select * from ${recent} where ${enough} and not (id = ${isNamed})`,
    sql`(select ${columns}, false as named from ${fromForm(reading)} where ${id} = any(array(select id from ${rare} where not (id = ${isNamed}) order by at desc, id desc ${limit})) ${order})`,
  ]
  return sql`(with ${joinSql(parts, sql`, `)} ${joinSql(found, sql` union all `)})`
}

/** The first hits of every form that may be read, in one statement: those `named` so, and those that were changed last. */
export function planSearchAll(scene: ReadScene, search: string): SqlFragment | undefined {
  if (searchTerms(search).terms.length === 0) return undefined
  const selects = scene.app.definition.forms.flatMap((form) => {
    const reading = readForm(scene, form.key)
    if (reading === undefined || reading.form.searchFields.length === 0) return []
    return hitsSql(reading, search) ?? []
  })
  return selects.length === 0 ? undefined : joinSql(selects, sql` union all `)
}
