import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** When a record came to be, and by whom. */
export interface Making {
  readonly id: string
  readonly at: string
  readonly by: string
}

/** Lets sample records look as if their owners had made them in time: the records and their first ledger lines. */
export async function backdateRecords(
  tx: Connection,
  { schema }: WorkspaceRef,
  {
    form,
    table,
    makings,
  }: { readonly form: string; readonly table: string; readonly makings: readonly Making[] },
): Promise<void> {
  const rows = 'json_to_recordset($1::json) as x(id uuid, at timestamptz, by uuid)'
  const values = [JSON.stringify(makings)]
  await tx.query({
    text: `update ${quoteTable(schema, table)} t
      set created_at = x.at, updated_at = x.at, created_by = x.by, updated_by = x.by from ${rows} where t.id = x.id`,
    values,
  })
  await tx.query({
    text: `update ${quoteTable(schema, '_record_event')} e set at = x.at, member = x.by from ${rows}
      where e.form = $2 and e.record = x.id`,
    values: [...values, form],
  })
}
