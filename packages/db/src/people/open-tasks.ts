import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** How many decisions wait for a member. */
export async function countOpenTasks(
  connection: Connection,
  { schema }: WorkspaceRef,
  member: string,
): Promise<number> {
  const [row] = await connection.query<{ open: number }>({
    text: `select count(*) as open from ${quoteTable(schema, '_approval_task')}
      where state = 'waiting' and approvers @> array[$1::uuid]`,
    values: [member],
  })
  return row?.open ?? 0
}
