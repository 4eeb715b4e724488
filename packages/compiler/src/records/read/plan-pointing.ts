import { joinSql, sql, type SqlFragment } from '@pipewright/logic'
import { columnSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { readForm, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

/** How records of a form point somewhere: a relation of theirs, and one record or a statement that gives the `id`, among others, of several. */
export interface Pointing {
  readonly field: string
  readonly to: { readonly record: string } | { readonly ids: SqlFragment }
}

/** The `id` alone of what a statement gives. */
export const idsOf = (records: SqlFragment): SqlFragment => sql`select q.id from (${records}) q`

/** What the statement gives of each record. */
const givenSql = (base: Parameters<typeof columnOfAlias>[0]): SqlFragment =>
  sql`${columnOfAlias(base, 'id')} as id, ${columnOfAlias(base, 'updated_at')} as changed`

function pointing(scene: ReadScene, formKey: string, { field, to }: Pointing): SqlFragment | undefined {
  const reading = readForm(scene, formKey)
  const relation = scene.app.index.field(formKey, field)?.field
  if (reading === undefined || relation === undefined) return undefined
  const isMany = relation.type === 'relations'
  const given = givenSql(reading.base)
  if ('record' in to) {
    const filter = isMany ? { hasAny: [{ var: field }, [to.record]] } : { eq: [{ var: field }, to.record] }
    const where = whereSql(reading, { filter })
    return where.ok ? sql`select ${given} from ${fromForm(reading)} where ${where.sql}` : undefined
  }
  const column = columnSql(reading.sql, reading.base, reading.form.place, field.split('.'))
  const where = whereSql(reading, {})
  if (column === undefined || !where.ok) return undefined
  const meets = isMany
    ? sql`${column.sql} && array(${idsOf(to.ids)})`
    : sql`${column.sql} in (${idsOf(to.ids)})`
  return sql`select ${given} from ${fromForm(reading)} where ${where.sql} and ${meets}`
}

/**
 * A statement that gives the `id`, each once, and when it was `changed` last, of the records of a form that point somewhere: those that the reader may see, by fields
 * that he may read. Undefined where there is nothing to choose by.
 */
export function planPointing(
  scene: ReadScene,
  formKey: string,
  sites: readonly Pointing[],
): SqlFragment | undefined {
  const selects = sites.flatMap((site) => pointing(scene, formKey, site) ?? [])
  return selects.length === 0 ? undefined : joinSql(selects, sql` union `)
}
