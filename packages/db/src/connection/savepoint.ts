import type { Connection } from './connection.ts'

/** Runs a part of a transaction so that its failure undoes the part alone; the error is thrown on. */
export async function savepoint<T>(tx: Connection, run: () => Promise<T>): Promise<T> {
  await tx.query({ text: 'savepoint part', values: [] })
  try {
    const result = await run()
    await tx.query({ text: 'release savepoint part', values: [] })
    return result
  } catch (error) {
    await tx.query({ text: 'rollback to savepoint part; release savepoint part', values: [] })
    throw error
  }
}
