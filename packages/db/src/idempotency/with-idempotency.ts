import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { RecordProblem } from '../records/outcome.ts'

interface Stored<T> {
  request_hash: string
  answer: T | null
}

/**
 * Runs a write once per key of a member. The key is taken in the transaction of the effect: whoever comes with the same
 * key meanwhile waits for it, then gets the first answer; another request under the key is refused. A refusal undoes
 * the transaction and with it the key.
 */
export async function withIdempotency<T extends { readonly ok: boolean }>(
  tx: Connection,
  { schema }: WorkspaceRef,
  { member, key, requestHash, now }: { member: string; key: string; requestHash: string; now: string },
  work: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly problem: RecordProblem }> {
  const table = quoteTable(schema, '_idempotency')
  const taken = await tx.query<{ key: string }>(
    prepared({
      text: `insert into ${table} (member, key, request_hash, created_at) values ($1, $2, $3, $4) on conflict (member, key) do nothing returning key`,
      values: [member, key, requestHash, now],
    }),
  )
  if (taken.length === 0) {
    const [stored] = await tx.query<Stored<T>>(
      prepared({
        text: `select request_hash, answer from ${table} where member = $1 and key = $2`,
        values: [member, key],
      }),
    )
    if (stored === undefined || stored.request_hash !== requestHash || stored.answer === null)
      return { ok: false, problem: { code: 'idempotency-conflict' } }
    return stored.answer
  }
  const answer = await work()
  if (answer.ok)
    await tx.query(
      prepared({
        text: `update ${table} set answer = $3::jsonb where member = $1 and key = $2`,
        values: [member, key, JSON.stringify(answer)],
      }),
    )
  return answer
}
