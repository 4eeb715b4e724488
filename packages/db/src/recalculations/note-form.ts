import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { announceRecalculations } from '../people/announce.ts'
import { recalculationTable, wholeForm } from './recalculations.ts'

/** Notes every record of a form to be calculated anew by the job, in the name of a member: at once, however many there are. */
export async function noteForm(
  tx: Connection,
  workspace: WorkspaceRef,
  form: string,
  { by, now }: { readonly by: string; readonly now: string },
): Promise<void> {
  await tx.query({
    text: `insert into ${recalculationTable(workspace)} (form, record, mark, member, cause, at) values ($1, $2, $2, $3, $4, $5)
      on conflict (form, record) do update set mark = excluded.mark, failed = false`,
    values: [form, wholeForm, by, JSON.stringify({ type: 'person' }), now],
  })
  await announceRecalculations(tx, workspace)
}
