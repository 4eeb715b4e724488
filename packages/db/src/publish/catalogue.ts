import type { Connection } from '../connection/connection.ts'

/** Columns that a table really has, with their types; empty when there is no such table. */
export async function columnsOf(
  connection: Connection,
  schema: string,
  table: string,
): Promise<Map<string, string>> {
  const rows = await connection.query<{ name: string; type: string }>({
    text: `select attname as name, format_type(atttypid, atttypmod) as type
      from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = $1 and relname = $2 and relkind in ('r', 'p') and attnum > 0 and not attisdropped`,
    values: [schema, table],
  })
  return new Map(rows.map(({ name, type }) => [name, type]))
}

export async function hasConstraint(connection: Connection, schema: string, name: string): Promise<boolean> {
  const rows = await connection.query({
    text: `select 1 from pg_constraint join pg_namespace on pg_namespace.oid = connamespace
      where nspname = $1 and conname = $2`,
    values: [schema, name],
  })
  return rows.length > 0
}

/** Names of the indexes of a schema that are usable. */
export async function indexesOf(connection: Connection, schema: string): Promise<Set<string>> {
  const rows = await connection.query<{ name: string }>({
    text: `select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
      join pg_namespace on pg_namespace.oid = relnamespace where nspname = $1 and indisvalid`,
    values: [schema],
  })
  return new Set(rows.map(({ name }) => name))
}

/** Tables too large for an index to be made while writers wait. */
export async function largeTables(
  connection: Connection,
  schema: string,
  rowCount: number,
): Promise<Set<string>> {
  const rows = await connection.query<{ name: string }>({
    text: `select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = $1 and relkind = 'r' and (reltuples >= $2 or pg_relation_size(pg_class.oid) > $2::int8 * 500)`,
    values: [schema, rowCount],
  })
  return new Set(rows.map(({ name }) => name))
}
