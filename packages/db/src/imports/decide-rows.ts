import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { rowTable } from './import-store.ts'
import type { Fate, RowChoice } from './row-alike.ts'

/** What was decided of rows that look alike. */
export interface RowDecisions {
  readonly rows: readonly (RowChoice & { readonly row: number })[]
  /** What becomes of those that were to be decided. */
  readonly rest?: Fate | undefined
}

/** Keeps what was decided of single rows for the next check. */
export async function decideRows(
  tx: Connection,
  workspace: WorkspaceRef,
  id: string,
  { rows, rest }: RowDecisions,
): Promise<void> {
  const table = rowTable(workspace)
  if (rest !== undefined)
    await tx.query({
      text: `update ${table} set choice = jsonb_build_object('fate', $2::text, 'record', alike -> 'record')
        where import = $1 and fate = 'ask' and ($2 <> 'update' or (alike ->> 'may')::boolean)`,
      values: [id, rest],
    })
  if (rows.length > 0)
    await tx.query({
      text: `update ${table} as r set choice = jsonb_build_object('fate', x.fate, 'record', x.record)
        from json_to_recordset($2::json) as x(row int, fate text, record uuid) where r.import = $1 and r.row = x.row`,
      values: [id, JSON.stringify(rows)],
    })
}

/** What was chosen for all rows anew counts for those as well that were decided by themselves. */
export async function forgetDecisions(tx: Connection, workspace: WorkspaceRef, id: string): Promise<void> {
  await tx.query({
    text: `update ${rowTable(workspace)} set choice = null where import = $1 and choice is not null`,
    values: [id],
  })
}
