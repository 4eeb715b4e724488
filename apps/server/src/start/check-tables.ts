import { checkCatalogue, type Database } from '@pipewright/db'
import type { FastifyBaseLogger } from 'fastify'
import { everyWorkspace } from '../live/every-workspace.ts'

/** What stands in the way of work is an error; what is merely more than was asked for is told to who reads everything. */
const isHarm = (type: string): boolean => type === 'missing' || type === 'different'

/**
 * Compares the tables of every workspace with their definitions, one after the other, and writes each difference into
 * the log; nothing is mended. Nobody waits for it. Answers how to end it.
 */
export function checkTables(
  database: Database,
  log: Pick<FastifyBaseLogger, 'error' | 'warn'>,
): () => Promise<void> {
  let isStopping = false
  const checked = everyWorkspace(database, async (workspace) => {
    if (isStopping) return
    try {
      for (const difference of await checkCatalogue(database, workspace)) {
        const line = { workspace: workspace.key, difference }
        const text = `a table is not what its definition wants: ${difference.type} ${difference.what} ${difference.table}.${difference.name}`
        if (isHarm(difference.type)) log.error(line, text)
        else log.warn(line, text)
      }
    } catch (error) {
      log.error({ err: error, workspace: workspace.key }, 'the tables could not be compared')
    }
  }).catch((error: unknown) => log.error({ err: error }, 'the tables could not be compared'))
  return async () => {
    isStopping = true
    await checked
  }
}
