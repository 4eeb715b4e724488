import type { Connection } from '../connection/connection.ts'

/** The one-time link that makes the first account; a new one replaces those before. */
export async function replaceSetupToken(
  connection: Connection,
  token: { readonly hash: string; readonly now: string; readonly expiresAt: string },
): Promise<void> {
  await connection.query({ text: 'delete from system.setup_token where used_at is null', values: [] })
  await connection.query({
    text: 'insert into system.setup_token (token_hash, created_at, expires_at) values ($1, $2, $3)',
    values: [token.hash, token.now, token.expiresAt],
  })
}

/** In the transaction that makes the first account: the second of two who try at once waits here for the first. */
export async function lockSetup(tx: Connection): Promise<void> {
  await tx.query({
    text: `select pg_advisory_xact_lock(hashtextextended('pipewright setup', 0))`,
    values: [],
  })
}

/** Uses the link up; false when it is not (any more) the link. */
export async function spendSetupToken(tx: Connection, hash: string, now: string): Promise<boolean> {
  const used = await tx.query({
    text: `update system.setup_token set used_at = $2
      where token_hash = $1 and used_at is null and expires_at > $2 returning 1`,
    values: [hash, now],
  })
  return used.length > 0
}
