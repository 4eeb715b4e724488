import { rematchedForms } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { announceMatching } from '../people/announce.ts'

/** Records of these tables wait for the job that goes through them. */
export async function noteRematchOf(
  tx: Connection,
  workspace: WorkspaceRef,
  tables: readonly string[],
): Promise<void> {
  if (tables.length === 0) return
  await tx.query({
    text: `insert into ${quoteTable(workspace.schema, '_match_work')} (form_table) select unnest($1::text[])
      on conflict (form_table) do update set after = excluded.after`,
    values: [tables],
  })
  await announceMatching(tx, workspace)
}

/** Records of forms that are compared by other things than before wait for the job that goes through them. */
export async function noteRematch(
  tx: Connection,
  workspace: WorkspaceRef,
  before: AppDefinition,
  after: AppDefinition,
): Promise<void> {
  await noteRematchOf(tx, workspace, rematchedForms(before, after))
}
