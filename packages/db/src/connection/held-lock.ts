import type { Connection, Database, Transacting } from './connection.ts'

const lockKey = `hashtextextended($1::text, 0)`

/**
 * Works at a job on a session that holds its lock, which PostgreSQL lets go when the session ends, however it ends.
 * So whether somebody still works at it can be asked by looking for the lock.
 */
export function holdingJob(
  database: Database,
  job: string,
  work: (session: Transacting) => Promise<void>,
): Promise<void> {
  return database.session(async (session) => {
    await session.query({ text: `select pg_advisory_lock(${lockKey})`, values: [job] })
    await work(session)
  })
}

/** Whether somebody works at a job. */
export async function isHeld(connection: Connection, job: string): Promise<boolean> {
  const [row] = await connection.query<{ held: boolean }>({
    text: `select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and ((classid::bigint << 32) | objid::bigint) = ${lockKey}
      and database = (select oid from pg_database where datname = current_database())) as held`,
    values: [job],
  })
  return row?.held === true
}
