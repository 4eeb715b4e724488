import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ImportJob } from './import-job.ts'
import { rowTable } from './import-store.ts'

/** So many rows are a large part of the table, of which the planner may know nothing yet. */
const many = 5000

/** Lets the planner know of many rows that were just staged; without it, the rows of each batch are looked for among all. */
export async function knowStagedRows(
  connection: Connection,
  workspace: WorkspaceRef,
  { rows }: Pick<ImportJob, 'rows'>,
): Promise<void> {
  if (rows < many) return
  const columns = '"import", "row", problems, part_of, fate'
  await connection.query({ text: `analyze ${rowTable(workspace)} (${columns})`, values: [] })
}
