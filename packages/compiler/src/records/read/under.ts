import { meets } from '@pipewright/metadata'
import { param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../../rights/readable.ts'
import { issue, type Issue } from '../issue.ts'
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

export const unknownParent: readonly Issue[] = [issue('/parent', 'unknown-field')]

type Branches =
  | { readonly ok: true; readonly branches: readonly SqlFragment[] }
  | { readonly ok: false; readonly errors: readonly Issue[] }

const unknown = { ok: false as const, errors: unknownParent }

/**
 * The highest records of a tree: those whose record above is not shown, because there is none (the first branch), or because
 * this reader may not see it or the filter leaves it out (the second). No record is in both, and each branch is found by an
 * index of its own. `shown` says which records the reader is shown. What lies under itself is in a circle, and in no level.
 */
export function topSql(reading: FormReading, parent: string, shown: (row: FormReading) => Where): Branches {
  const { form, sql: scene } = reading
  const column = parentColumn(reading, parent)
  if (column === undefined) return unknown
  const above = beside(reading)
  const where = shown(above)
  if (!where.ok) return where
  const from = sql`select 1 from ${tableOfScene(scene, form.table)} ${above.base}`
  return {
    ok: true,
    branches: [
      sql`${column} is null`,
      sql`exists (${from} where ${columnOfAlias(above.base, 'id')} = ${column} and (${where.sql}) is not true)`,
    ],
  }
}

/** The records right under one. What lies under a record that is hidden from the reader answers like what lies under none that exists. */
export function underSql(reading: FormReading, parent: string, id: string): Where {
  const { form, sql: scene, base } = reading
  const column = parentColumn(reading, parent)
  if (column === undefined) return unknown
  const above = beside(reading)
  const visible = visibleSql(scene, above.base, form.key) ?? sql`false`
  const under = sql`${column} = ${param(id, 'uuid')} and ${columnOfAlias(base, 'id')} <> ${column}`
  const isSeen = sql`exists (select 1 from ${tableOfScene(scene, form.table)} ${above.base} where ${columnOfAlias(above.base, 'id')} = ${param(id, 'uuid')} and ${visible})`
  return { ok: true, parts: [under, isSeen], sql: sql`(${under} and ${isSeen})` }
}
