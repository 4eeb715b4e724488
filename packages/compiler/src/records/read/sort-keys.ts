import type { Sort } from '@pipewright/schemas'
import { isSortable } from '@pipewright/metadata'
import { joinSql, sql, type SqlFragment, type SqlType } from '@pipewright/logic'
import { orderOf } from '../../tables/view-keys.ts'
import { issue, type Issue } from '../issue.ts'
import { columnSql } from '../sql/column-sql.ts'
import { optionPlaceSql } from '../sql/option-place.ts'
import { targetTitleSql } from '../sql/title-sql.ts'
import type { FormReading } from './read-scene.ts'

export interface SortKeySql {
  readonly sql: SqlFragment
  readonly type: SqlType
  readonly direction: 'asc' | 'desc'
  /** False for columns that are never empty. */
  readonly nullable: boolean
}

export type SortKeys =
  | { readonly ok: true; readonly keys: readonly SortKeySql[] }
  | { readonly ok: false; readonly errors: readonly Issue[] }

const never = new Set(['id', 'version', 'created_at', 'updated_at'])
const types: Readonly<Record<string, SqlType>> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  dateTime: 'timestamptz',
  time: 'time',
  record: 'uuid',
}

function sortKey(reading: FormReading, { field: path, direction }: Sort): SortKeySql | undefined {
  const { sql: scene, base, form } = reading
  const found = scene.index.field(form.place, path)
  // Amounts in several currencies compare by what they are worth.
  const sorted = found?.field.type === 'foreignMoney' ? `${path}.home` : path
  const column = columnSql(scene, base, form.place, sorted.split('.'))
  if (found === undefined || column === undefined) return undefined
  const nullable = !(found.system && found.hops.length === 0 && never.has(path))
  const field = scene.index.shown(found.field)
  if (!found.system && !isSortable(field)) return undefined
  // Options come in the order in which people arranged them.
  if (field.type === 'choice') {
    return { sql: optionPlaceSql(scene.index.options(field), column.sql), type: 'int', direction, nullable }
  }
  const title = targetTitleSql(scene, column.sql, field)
  if (title !== undefined) return { sql: title, type: 'text', direction, nullable: true }
  const type = types[column.type.kind]
  return type === undefined ? undefined : { sql: column.sql, type, direction, nullable }
}

/** The full order of a list, which ends with the id. A field that may not be read cannot be sorted by. */
export function sortKeys(reading: FormReading, sort: readonly Sort[] | undefined): SortKeys {
  const errors: Issue[] = []
  const keys: SortKeySql[] = []
  for (const [position, wanted] of orderOf(sort).entries()) {
    const key = sortKey(reading, wanted)
    if (key === undefined) errors.push(issue(`/sort/${position}`, 'unknown-field'))
    else keys.push(key)
  }
  if (keys.length > 6) errors.push(issue('/sort', 'too-many', { max: 5 }))
  return errors.length > 0 ? { ok: false, errors } : { ok: true, keys }
}

/** Empty values come last in both directions. */
export function orderBySql(keys: readonly SortKeySql[]): SqlFragment {
  // Said in the same words as the indexes have it: the planner matches them by the letter, also where nothing is empty.
  const parts = keys.map(({ sql: key, direction }) =>
    direction === 'asc' ? sql`${key} asc` : sql`${key} desc nulls last`,
  )
  return joinSql(parts, sql`, `)
}
