import type { Connection } from '../connection/connection.ts'

/** Whether it is this process's turn to keep house: once per period, however many processes ask. */
export async function claimTending(connection: Connection, now: string, periodMs: number): Promise<boolean> {
  const due = new Date(Date.parse(now) - periodMs).toISOString()
  const claimed = await connection.query({
    text: `insert into system.tended (alone, at) values (true, $1) on conflict (alone) do update set at = $1 where system.tended.at <= $2 returning 1`,
    values: [now, due],
  })
  return claimed.length > 0
}

/** It did not go through: the next who asks may. */
export async function releaseTending(connection: Connection, now: string): Promise<void> {
  await connection.query({ text: 'delete from system.tended where at = $1', values: [now] })
}
