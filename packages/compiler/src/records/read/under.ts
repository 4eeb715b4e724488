import { meets } from '@pipewright/metadata'
import { param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { issue } from '../issue.ts'
import { visibleSql } from '../sql/column-sql.ts'
import { columnOfAlias, tableOfScene } from '../sql/sql-scene.ts'
import type { FormReading } from './read-scene.ts'
import type { Where } from './where.ts'

/** A place in a tree: the relation that names the record above, and that record; null for the highest level. */
export interface Under {
  readonly parent: string
  readonly id: string | null
}

/** The column of a relation to the same form, as far as it may be read. */
export function parentColumn(
  { form, rights, sql: scene, base }: FormReading,
  parent: string,
): SqlFragment | undefined {
  const found = scene.index.field(form.place, parent)
  const isParent = found !== undefined && meets(found, { relationTo: form.key })
  return isParent && mayReadField(rights, parent) ? columnOfAlias(base, parent) : undefined
}

/** The same form once more beside itself, in the same statement. */
export const beside = (reading: FormReading): FormReading => ({ ...reading, base: reading.sql.alias() })

export const unknownParent = [issue('/parent', 'unknown-field')]

/**
 * The records of one level of a tree. The highest are those whose record above is not shown: because there is none, because
 * this reader may not see it, or because the filter leaves it out. `shown` says which records the reader is shown. What
 * lies under a record that is hidden from him answers like what lies under none that exists.
 */
export function underSql(
  reading: FormReading,
  { parent, id }: Under,
  shown: (row: FormReading) => Where,
): Where {
  const { form, sql: scene, base } = reading
  const column = parentColumn(reading, parent)
  if (column === undefined) return { ok: false, errors: unknownParent }
  const own = columnOfAlias(base, 'id')
  const above = beside(reading)
  const aboveId = columnOfAlias(above.base, 'id')
  const from = sql`select 1 from ${tableOfScene(scene, form.table)} ${above.base}`
  if (id !== null) {
    const visible = visibleSql(scene, above.base, form.key) ?? sql`false`
    const under = sql`${column} = ${param(id, 'uuid')} and ${own} <> ${column}`
    const isSeen = sql`exists (${from} where ${aboveId} = ${param(id, 'uuid')} and ${visible})`
    const parts = [under, isSeen]
    return { ok: true, parts, sql: sql`(${under} and ${isSeen})` }
  }
  const where = shown(above)
  if (!where.ok) return where
  const top = sql`not exists (${from} where ${aboveId} = ${column} and ${aboveId} <> ${own} and ${where.sql})`
  return { ok: true, parts: [top], sql: top }
}
