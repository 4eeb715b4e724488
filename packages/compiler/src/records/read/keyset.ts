import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import type { SortKeySql } from './sort-keys.ts'

/** Values of the sort keys of the last row of the page before; the last is the id. */
export type Cursor = readonly (string | number | boolean | null)[]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const shapes: Readonly<Record<string, (value: string | number | boolean) => boolean>> = {
  text: (value) => typeof value === 'string',
  uuid: (value) => typeof value === 'string' && uuid.test(value),
  numeric: (value) =>
    (typeof value === 'string' || typeof value === 'number') &&
    /^-?\d{1,60}(\.\d{1,40})?$/.test(String(value)),
  int: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) =>
    typeof value === 'string' && /^\d{4,6}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  timestamptz: (value) =>
    typeof value === 'string' &&
    /^\d{4,6}-\d\d-\d\dT[\d:.]+Z$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
}

/** A cursor comes from outside: it must have a value of the right kind for every key, and nothing more. */
export function readCursor(keys: readonly SortKeySql[], given: unknown): Cursor | undefined {
  if (!Array.isArray(given) || given.length !== keys.length) return undefined
  const fits = keys.every(({ type, nullable }, position) => {
    const value: unknown = given[position]
    if (value === null) return nullable
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return isPlain && shapes[type]?.(value) === true
  })
  return fits ? (given as Cursor) : undefined
}

function equal(key: SortKeySql, value: Cursor[number]): SqlFragment {
  return value === null ? sql`${key.sql} is null` : sql`${key.sql} = ${param(value, key.type)}`
}

function beyond(key: SortKeySql, value: Cursor[number]): SqlFragment {
  if (value === null) return sql`false`
  const bound = param(value, key.type)
  const after = key.direction === 'asc' ? sql`${key.sql} > ${bound}` : sql`${key.sql} < ${bound}`
  return key.nullable ? sql`(${after} or ${key.sql} is null)` : after
}

/** A range that an index can start from, when the first key has no empty values or the cursor has passed into them. */
function startOfRange(key: SortKeySql, value: Cursor[number]): SqlFragment[] {
  if (value === null) return [sql`${key.sql} is null`]
  if (key.nullable) return []
  const bound = param(value, key.type)
  return [key.direction === 'asc' ? sql`${key.sql} >= ${bound}` : sql`${key.sql} <= ${bound}`]
}

/** Keys without empty values that all go the same way: the row of them is compared as one, which is a place in the index. */
function beyondRow(keys: readonly SortKeySql[], cursor: Cursor): SqlFragment | undefined {
  const [first] = keys
  const isOneWay = keys.every(
    ({ direction, nullable }, position) =>
      direction === first?.direction && !nullable && (cursor[position] ?? null) !== null,
  )
  if (!isOneWay) return undefined
  const row = joinSql(
    keys.map((key) => key.sql),
    sql`, `,
  )
  const bound = joinSql(
    keys.map(({ type }, position) => param(cursor[position] ?? null, type)),
    sql`, `,
  )
  return first?.direction === 'asc' ? sql`(${row}) > (${bound})` : sql`(${row}) < (${bound})`
}

/** Records that come after the cursor in the order of the keys. */
export function afterSql(keys: readonly SortKeySql[], cursor: Cursor): SqlFragment {
  const row = beyondRow(keys, cursor)
  if (row !== undefined) return row
  const ways = keys.map((key, position) => {
    const same = keys.slice(0, position).map((before, at) => equal(before, cursor[at] ?? null))
    return sql`(${joinSql([...same, beyond(key, cursor[position] ?? null)], sql` and `)})`
  })
  const [first] = keys
  const range = first === undefined ? [] : startOfRange(first, cursor[0] ?? null)
  return joinSql([...range, sql`(${joinSql(ways, sql` or `)})`], sql` and `)
}
