import type { Connection } from '../connection/connection.ts'

/** Failures in a row that belong to one key, as far as they were counted. */
export interface Attempts {
  readonly key: string
  readonly failures: number
  readonly lastAt: string
}

const dayMs = 24 * 3600_000
/** After so long without signing in from there, a network is as good as a new one. */
const familiarMs = 180 * dayMs

export const readAttempts = (connection: Connection, keys: readonly string[]): Promise<Attempts[]> =>
  connection.query<Attempts>({
    text: 'select key, failures, last_at as "lastAt" from system.attempt where key = any($1::text[])',
    values: [keys],
  })

/** Holds the counts of these keys until the transaction ends: of all processes one counts at a time. */
export async function lockAttempts(
  tx: Connection,
  keys: readonly string[],
  now: string,
): Promise<Attempts[]> {
  // What is not there yet could not be locked.
  await tx.query({
    text: `insert into system.attempt (key, failures, last_at)
      select key, 0, $2 from unnest($1::text[]) as key order by key on conflict (key) do nothing`,
    values: [keys, now],
  })
  return tx.query<Attempts>({
    text: `select key, failures, last_at as "lastAt" from system.attempt where key = any($1::text[]) order by key for update`,
    values: [keys],
  })
}

export async function setAttempts(tx: Connection, attempts: readonly Attempts[]): Promise<void> {
  for (const { key, failures, lastAt } of attempts)
    await tx.query({
      text: 'update system.attempt set failures = $2, last_at = $3 where key = $1',
      values: [key, failures, lastAt],
    })
}

export async function forgetAttempts(connection: Connection, keys: readonly string[]): Promise<void> {
  await connection.query({ text: 'delete from system.attempt where key = any($1::text[])', values: [keys] })
}

export async function isFamiliar(connection: Connection, key: string): Promise<boolean> {
  const rows = await connection.query({ text: 'select 1 from system.familiar where key = $1', values: [key] })
  return rows.length > 0
}

export async function setFamiliar(connection: Connection, key: string, now: string): Promise<void> {
  await connection.query({
    text: `insert into system.familiar (key, last_at) values ($1, $2)
      on conflict (key) do update set last_at = excluded.last_at`,
    values: [key, now],
  })
}

/** Counts that mean nothing any more, and networks that nobody came from for long. */
export async function deleteOldAttempts(connection: Connection, now: string): Promise<void> {
  const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
  await connection.query({ text: 'delete from system.attempt where last_at < $1', values: [before(dayMs)] })
  await connection.query({
    text: 'delete from system.familiar where last_at < $1',
    values: [before(familiarMs)],
  })
}
