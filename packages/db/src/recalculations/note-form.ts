import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { announceRecalculations } from '../people/announce.ts'

/** Notes every record of a form to be calculated anew by the job, in the name of a member. */
export async function noteForm(
  tx: Connection,
  workspace: WorkspaceRef,
  { form, table }: { readonly form: string; readonly table: string },
  { by, now }: { readonly by: string; readonly now: string },
): Promise<void> {
  const { schema } = workspace
  await tx.query({
    text: `insert into ${quoteTable(schema, '_recalculation')} (form, record, mark, member, cause, at)
      select $1, id, gen_random_uuid(), $2, $3, $4 from ${quoteTable(schema, table)}
      on conflict (form, record) do update set mark = excluded.mark, failed = false`,
    values: [form, by, JSON.stringify({ type: 'person' }), now],
  })
  await announceRecalculations(tx, workspace)
}
