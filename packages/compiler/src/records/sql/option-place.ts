import type { Option } from '@pipewright/schemas'
import { param, sql, type SqlFragment } from '@pipewright/logic'

/** Up to this many a list is gone through, and an index can hold the places; more are looked up by their key. */
export const fewOptions = 50

/** The place of an option in the order in which people arranged them; null for what is none. */
export function optionPlaceSql(options: readonly Option[], column: SqlFragment): SqlFragment {
  const keys = options.map((option) => option.key)
  if (keys.length <= fewOptions) return sql`array_position(${param(keys, 'text', true)}, ${column})`
  const places = JSON.stringify(Object.fromEntries(keys.map((key, position) => [key, position + 1])))
  // Read once, not for every row.
  return sql`((select ${param(places, 'text')}::jsonb) ->> ${column})::int`
}
