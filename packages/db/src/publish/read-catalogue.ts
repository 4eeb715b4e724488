import type { Connection } from '../connection/connection.ts'

/** Everything about the tables of a schema that a publish could change; for tests that compare. */
export interface Catalogue {
  readonly columns: readonly string[]
  readonly indexes: readonly string[]
  readonly constraints: readonly string[]
}

const queries = {
  columns: `select format('%s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
      case when attnotnull then ' not null' else '' end, ' ' || pg_get_expr(adbin, adrelid)) as line
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where nspname = $1 and relkind = 'r' and attnum > 0 and not attisdropped`,
  indexes: `select format('%s on %s: %s %s', indexname, tablename, indexdef, indisvalid) as line
    from pg_indexes join pg_index on indexrelid = format('%I.%I', schemaname, indexname)::regclass where schemaname = $1`,
  constraints: `select format('%s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(pg_constraint.oid)) as line
    from pg_constraint join pg_namespace on pg_namespace.oid = connamespace where nspname = $1 and contype <> 'n'`,
}

/** The lines are sorted and do not name the schema, so those of two schemas can be compared. */
export async function readCatalogue(connection: Connection, schema: string): Promise<Catalogue> {
  const read = async (text: string): Promise<string[]> => {
    const rows = await connection.query<{ line: string }>({ text, values: [schema] })
    return rows.map(({ line }) => line.replaceAll(`${schema}.`, '')).toSorted()
  }
  return {
    columns: await read(queries.columns),
    indexes: await read(queries.indexes),
    constraints: await read(queries.constraints),
  }
}
