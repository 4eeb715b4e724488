import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

export interface Waiting {
  readonly member: string
  readonly now: string
  /** The day it is for the member, "YYYY-MM-DD". */
  readonly today: string
}

/** How many decisions and tasks of up to today wait for a member who has not put them off. */
export async function countOpenTasks(
  connection: Connection,
  { schema }: WorkspaceRef,
  { member, now, today }: Waiting,
): Promise<number> {
  const snoozed = `select 1 from ${quoteTable(schema, '_snooze')} s where s.member = $1 and s.item = t.id and s.until > $2`
  const [row] = await connection.query<{ open: number }>({
    text: `select (select count(*) from ${quoteTable(schema, '_approval_task')} t
        where state = 'waiting' and approvers @> array[$1::uuid] and not exists (${snoozed}))
      + (select count(*) from ${quoteTable(schema, '_task')} t
        where done_at is null and assignees @> array[$1::uuid] and due_day <= $3 and not exists (${snoozed})) as open`,
    values: [member, now, today],
  })
  return row?.open ?? 0
}
