import { planIndexes } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Database } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { indexesOf } from './catalogue.ts'
import { createIndexSql } from './index-sql.ts'

/**
 * Makes the indexes that a definition wants and its tables lack, while people go on working: those of large tables
 * after a publish, and at start what a killed process left undone. Answers how many were made.
 */
export async function buildMissingIndexes(
  database: Database,
  { schema }: WorkspaceRef,
  definition: AppDefinition,
): Promise<number> {
  const present = await indexesOf(database, schema)
  const missing = planIndexes(definition).filter(({ name }) => !present.has(name))
  if (missing.length === 0) return 0
  return database.session(async (session) => {
    const run = (text: string) => session.query({ text, values: [] })
    await run('set statement_timeout = 0')
    const key = `indexes ${schema}`
    const [lock] = await session.query<{ mine: boolean }>({
      text: 'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
      values: [key],
    })
    // Somebody else is at it already.
    if (lock?.mine !== true) return 0
    for (const index of missing) {
      // A build that was interrupted leaves an invalid index of that name.
      await run(`drop index concurrently if exists ${quoteTable(schema, index.name)}`)
      await run(createIndexSql(schema, index, true))
    }
    return missing.length
  })
}
