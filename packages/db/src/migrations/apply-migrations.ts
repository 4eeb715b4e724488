import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import type { Migration } from './migration.ts'

const fixed = (text: string) => ({ text, values: [] })

/** Makes the schema and its list of migrations, when they are not there yet. */
export async function prepareSchema(connection: Connection, schema: string): Promise<void> {
  await connection.query(fixed(`create schema if not exists ${quoteIdent(schema)}`))
  const list = quoteTable(schema, '_migration')
  await connection.query(
    fixed(
      `create table if not exists ${list} (number int primary key, name text not null, at timestamptz(3) not null)`,
    ),
  )
}

/** The highest number applied so far. */
export async function migratedTo(connection: Connection, schema: string): Promise<number> {
  const list = quoteTable(schema, '_migration')
  const [row] = await connection.query<{ number: number | null }>(
    fixed(`select max(number) as number from ${list}`),
  )
  return row?.number ?? 0
}

/** Applies one migration to a schema, inside a transaction. */
export async function applyMigration(tx: Connection, schema: string, migration: Migration): Promise<void> {
  await tx.query(fixed(`set local search_path to ${quoteIdent(schema)}`))
  for (const statement of migration.statements) await tx.query(fixed(statement))
  await tx.query({
    text: `insert into _migration (number, name, at) values ($1, $2, now())`,
    values: [migration.number, migration.name],
  })
  await tx.query(fixed(`set local search_path to default`))
}

/** Brings a schema up to date, each migration in a transaction of its own; the caller holds the migration lock. */
export async function bringUpToDate(
  session: Transacting,
  schema: string,
  migrations: readonly Migration[],
): Promise<void> {
  await session.transaction((tx) => prepareSchema(tx, schema))
  const reached = await migratedTo(session, schema)
  for (const migration of migrations.filter(({ number }) => number > reached))
    await session.transaction((tx) => applyMigration(tx, schema, migration))
}
