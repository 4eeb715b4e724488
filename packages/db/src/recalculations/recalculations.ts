import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { Cause } from '../records/outcome.ts'

export const recalculationTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_recalculation')

/** Stands for all records of a form; its mark is the last one that was noted by itself. */
export const wholeForm = '00000000-0000-0000-0000-000000000000'

/** How many records of a form still show values from before a change. */
interface OpenRecalculation {
  readonly form: string
  readonly left: number
  /** Those whose new values do not fit their fields: somebody has to look at them. */
  readonly failed: number
  readonly since: string
}

export const openRecalculations = (
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<OpenRecalculation[]> =>
  connection.query<OpenRecalculation>({
    text: `select form, count(*) filter (where not failed)::int as left, count(*) filter (where failed)::int as failed, min(at) as since from ${recalculationTable(workspace)} group by form order by form`,
    values: [],
  })

/** A record that waits, with what made it wait. */
export interface WaitingRecord {
  readonly form: string
  readonly record: string
  readonly mark: string
  readonly member: string
  readonly cause: Cause
}

/** The next records that wait: of one form, member and cause. */
export async function waitingRecords(
  connection: Connection,
  workspace: WorkspaceRef,
  most: number,
): Promise<WaitingRecord[]> {
  const table = recalculationTable(workspace)
  return connection.query<WaitingRecord>({
    text: `with f as (select form, member, cause from ${table} where not failed order by form, record limit 1)
      select w.form, w.record, w.mark, w.member, w.cause from ${table} w, f
      where not w.failed and (w.form, w.member, w.cause) = (f.form, f.member, f.cause) order by w.record limit $1`,
    values: [most],
  })
}

/** Notes the next records of a form that stands here as a whole. */
export async function noteNext(
  tx: Connection,
  workspace: WorkspaceRef,
  { form, table }: { readonly form: string; readonly table: string },
  most: number,
): Promise<void> {
  const waiting = recalculationTable(workspace)
  await tx.query({
    text: `with whole as (select mark, member, cause, at from ${waiting} where form = $1 and record = $2 for update),
      next as (select r.id, w.member, w.cause, w.at from whole w,
        lateral (select id from ${quoteTable(workspace.schema, table)} where id > w.mark order by id limit $3) as r),
      noted as (insert into ${waiting} (form, record, mark, member, cause, at)
        select $1, id, gen_random_uuid(), member, cause, at from next order by id
        on conflict (form, record) do update set mark = excluded.mark, failed = false returning record),
      ended as (delete from ${waiting} where form = $1 and record = $2 and not exists (select from next))
      update ${waiting} set mark = (select id from next order by id desc limit 1)
      where form = $1 and record = $2 and exists (select from next)`,
    values: [form, wholeForm, most],
  })
}

/** Lets records go that were done, unless another change noted them anew meanwhile. */
export async function endWaiting(
  tx: Connection,
  workspace: WorkspaceRef,
  done: readonly WaitingRecord[],
): Promise<void> {
  await tx.query({
    text: `delete from ${recalculationTable(workspace)} w using json_to_recordset($1::json) as x(form text, record uuid, mark uuid) where (w.form, w.record, w.mark) = (x.form, x.record, x.mark)`,
    values: [JSON.stringify(done)],
  })
}

export async function failWaiting(
  connection: Connection,
  workspace: WorkspaceRef,
  { form, record, mark }: WaitingRecord,
): Promise<void> {
  await connection.query({
    text: `update ${recalculationTable(workspace)} set failed = true where form = $1 and record = $2 and mark = $3`,
    values: [form, record, mark],
  })
}
