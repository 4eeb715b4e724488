import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** So long a repeated request gets its first answer again. */
const keptMs = 48 * 3600_000

/** Forgets the answers of requests that nobody repeats any more. */
export async function forgetRequests(
  connection: Connection,
  { schema }: WorkspaceRef,
  now: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${quoteTable(schema, '_idempotency')} where created_at < $1`,
    values: [new Date(Date.parse(now) - keptMs).toISOString()],
  })
}
