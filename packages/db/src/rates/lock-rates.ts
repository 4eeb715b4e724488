import type { Connection } from '../connection/connection.ts'

const space = 0x7261_7465

/**
 * Until its transaction ends, nobody changes the rates a write took: who changes them waits for all such writes, and so
 * finds every amount that was made by the rates before.
 */
export async function lockRates(tx: Connection, schema: string, purpose: 'take' | 'change'): Promise<void> {
  const lock = purpose === 'take' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'
  await tx.query({ text: `select ${lock}($1::int, hashtext($2))`, values: [space, schema] })
}
