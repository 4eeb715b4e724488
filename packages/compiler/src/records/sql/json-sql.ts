import { joinSql, param, sql, type SqlColumn, type SqlFragment } from '@pipewright/logic'
import { joinList } from './join-list.ts'

const perCall = 40

/** A value as it travels in JSON: decimals and days as text, instants in UTC with milliseconds. */
export function jsonValueSql({ sql: value, type }: SqlColumn): SqlFragment {
  if (type.kind === 'number' || type.kind === 'date' || type.kind === 'time') return sql`(${value})::text`
  if (type.kind === 'dateTime')
    return sql`to_char((${value}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return value
}

/** A JSON object of columns; PostgreSQL takes at most 100 arguments in one call. */
export function jsonObjectSql(entries: readonly (readonly [key: string, column: SqlColumn])[]): SqlFragment {
  const parts: SqlFragment[] = []
  for (let start = 0; start < entries.length; start += perCall) {
    const pairs = entries
      .slice(start, start + perCall)
      .map(([key, column]) => sql`${param(key, 'text')}, ${jsonValueSql(column)}`)
    parts.push(sql`jsonb_build_object(${joinList(pairs, ', ')})`)
  }
  return parts.length === 0 ? sql`'{}'::jsonb` : joinSql(parts, sql` || `)
}
