import type { Connection } from '../connection/connection.ts'
import { engineQuery, runQuery } from '../connection/engine-query.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

interface ParkScene {
  readonly tx: Connection
  readonly schema: string
  readonly revision: number
  readonly now: string
}

export interface Parked {
  readonly table: string
  /** Empty: the whole table. */
  readonly column: string
  readonly form: string
  readonly field: string | undefined
}

const tablesIn = (schema: string) => engineQuery({ key: schema, schema })

/** Lists a column or table that stays behind with its values. */
export async function notePark({ tx, schema, revision, now }: ParkScene, parked: Parked): Promise<void> {
  const row = {
    table_name: parked.table,
    column_name: parked.column,
    form: parked.form,
    field: parked.field ?? null,
    revision,
    at: now,
  }
  const again = { form: row.form, field: row.field, revision, at: now }
  await runQuery(
    tx,
    tablesIn(schema)
      .insertInto('_parked')
      .values(row)
      .onConflict((conflict) => conflict.columns(['table_name', 'column_name']).doUpdateSet(again)),
  )
}

/** A column or table that was parked is in use again. */
export async function forgetParked({ tx, schema }: ParkScene, table: string, column: string): Promise<void> {
  const rows = tablesIn(schema)
    .deleteFrom('_parked')
    .where('table_name', '=', table)
    .where('column_name', '=', column)
  await runQuery(tx, rows)
}

export interface ParkedEntry extends Parked {
  /** The revision that took it out. */
  readonly revision: number
  readonly at: string
}

/** What removed forms and fields left behind, oldest first. */
export async function listParked(connection: Connection, workspace: WorkspaceRef): Promise<ParkedEntry[]> {
  const query = engineQuery(workspace)
    .selectFrom('_parked')
    .selectAll()
    .orderBy('revision')
    .orderBy('table_name')
  const rows = await runQuery(connection, query.orderBy('column_name'))
  return rows.map(({ table_name: table, column_name: column, field, form, revision, at }) => ({
    table,
    column,
    form,
    field: field ?? undefined,
    revision,
    at,
  }))
}
