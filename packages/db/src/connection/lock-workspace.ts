import type { Connection } from './connection.ts'
import type { WorkspaceRef } from './workspace-ref.ts'

/** One publish of a workspace at a time; held to the end of the transaction. */
export async function lockWorkspace(tx: Connection, { schema }: WorkspaceRef): Promise<void> {
  await tx.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`publish ${schema}`],
  })
}
