import { planMigration, tablePlans } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection, Database } from '../connection/connection.ts'
import { lockWorkspace } from '../connection/lock-workspace.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { loadRevision } from '../revisions/revisions.ts'
import { compareCatalogues, type CatalogueDifference } from './compare-catalogues.ts'
import { listParked } from './parked.ts'
import { readCatalogue, type Catalogue } from './read-catalogue.ts'
import { columnBudget } from './room/column-room.ts'
import { runStep } from './run-step.ts'

/** Carries what was found out of a transaction that has to be undone. */
class Found extends Error {
  readonly catalogue: Catalogue

  constructor(catalogue: Catalogue) {
    super('rolled back on purpose')
    this.catalogue = catalogue
  }
}

/** The tables that a definition makes, as the database writes them down; they are made aside and taken back. */
async function wantedCatalogue(
  database: Database,
  definition: AppDefinition,
  aside: string,
): Promise<Catalogue> {
  try {
    return await database.transaction(async (tx): Promise<never> => {
      const run = (text: string) => tx.query({ text, values: [] })
      await run(`create schema ${quoteIdent(aside)}`)
      // All that form tables refer to.
      for (const table of ['_member', '_department'])
        await run(`create table ${quoteTable(aside, table)} (id uuid primary key)`)
      const scene = { tx, schema: aside, revision: 1, now: '1970-01-01T00:00:00.000Z', optionSets: [] }
      for (const step of planMigration(null, definition).steps) await runStep(scene, step)
      throw new Found(await readCatalogue(tx, aside))
    })
  } catch (error) {
    if (error instanceof Found) return error.catalogue
    throw error
  }
}

async function crowdedTables(tx: Connection, schema: string): Promise<CatalogueDifference[]> {
  const rows = await tx.query<{ name: string; count: number }>({
    text: `select relname as name, max(attnum)::int as count from pg_attribute
      join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = $1 and relkind = 'r' group by relname having max(attnum) > $2 order by relname`,
    values: [schema, columnBudget.crowded - 1],
  })
  return rows.map(({ name, count }) => ({
    type: 'crowded',
    what: 'table',
    table: name,
    name,
    found: String(count),
  }))
}

/**
 * Compares the tables, columns, indexes and keys of a workspace with what its revision in force wants. Tells every
 * difference and mends none: what is there may be all that is left of somebody's data.
 */
export async function checkCatalogue(
  database: Database,
  workspace: WorkspaceRef,
): Promise<readonly CatalogueDifference[]> {
  const { schema } = workspace
  const read = () =>
    database.transaction(
      async (tx) => {
        // Not in the middle of a publish.
        await lockWorkspace(tx, workspace)
        const current = await loadRevision(tx, workspace)
        if (current === undefined) return undefined
        const parked = await listParked(tx, workspace)
        const crowded = await crowdedTables(tx, schema)
        return { ...current, parked, crowded, found: await readCatalogue(tx, schema) }
      },
      { lockTimeoutMs: 10_000 },
    )
  const state = await read()
  if (state === undefined) return []
  const { definition, parked, crowded, found } = state
  const aside = `check_${schema}`.slice(0, 63)
  const wanted = await wantedCatalogue(database, definition, aside)
  const tables = new Set(tablePlans(definition).map(({ name }) => name))
  return [...compareCatalogues({ found, wanted, tables, parked }), ...crowded]
}
