const physicalName = /^[a-z_][a-z0-9_]{0,62}$/

/**
 * A quoted identifier. Names come from checked keys and from this code; anything else is our bug, and PostgreSQL would
 * silently cut a longer one.
 */
export function quoteIdent(name: string): string {
  if (!physicalName.test(name)) throw new TypeError('not a physical name')
  return `"${name}"`
}

/** A quoted table of a schema. */
export const quoteTable = (schema: string, table: string): string =>
  `${quoteIdent(schema)}.${quoteIdent(table)}`
