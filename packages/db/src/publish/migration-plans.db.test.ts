import { planMigration, tablePlans } from '@pipewright/compiler'
import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../connection/connect.ts'
import type { Database } from '../connection/connection.ts'
import { migrate } from '../migrations/migrate.ts'
import { arbitraryDefinition, asSuccessor } from './arbitrary-definition.ts'
import { installWorkspace } from './install-workspace.ts'
import { publish } from './publish.ts'
import { readCatalogue, type Catalogue } from './read-catalogue.ts'

const now = '2026-11-21T00:00:00.000Z'
let database: Database
let drop: () => Promise<void>
let count = 0

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 3 })
  await migrate(database, { now })
})

afterAll(async () => {
  await database.close()
  await drop()
})

async function install(definition: AppDefinition) {
  count += 1
  const result = await installWorkspace(database, { key: `w${count}`, name: 'W', definition, now })
  if (!result.ok) throw new Error(result.problem)
  return result.workspace
}

/** Without what is parked, and with numerics as wide as they say or wider. */
function inUse(catalogue: Catalogue, definition: AppDefinition): Catalogue {
  const tables = new Map(
    tablePlans(definition).map((plan) => [plan.name, new Set(plan.columns.map(({ name }) => name))]),
  )
  const isEngine = (table: string) => table.startsWith('_')
  const used = (table: string, column?: string) =>
    isEngine(table) ||
    (tables.has(table) && (column === undefined || tables.get(table)?.has(column) === true))
  return {
    columns: catalogue.columns
      .filter((line) => used(...(line.split(' ')[0]!.split('.') as [string, string])))
      .map((line) => line.replace(/numeric\(\d+,\d+\)/, 'numeric')),
    indexes: catalogue.indexes.filter((line) => used(/ on (\w+):/.exec(line)![1]!)),
    constraints: catalogue.constraints.filter((line) =>
      used(/ on (\w+):/.exec(line)![1]!, /FOREIGN KEY \((\w+)\)/.exec(line)?.[1]),
    ),
  }
}

test('a definition is already what it is: no step leads from it to itself', () => {
  fc.assert(
    fc.property(arbitraryDefinition, (definition) => {
      const plan = planMigration(definition, structuredClone(definition))
      expect(plan).toEqual({ steps: [], recalculate: [], reindexSearch: [] })
    }),
  )
})

test('SC-08: no name of a table, index or constraint is cut by the database, and none is used twice', () => {
  fc.assert(
    fc.property(arbitraryDefinition, (definition) => {
      const names = planMigration(null, definition).steps.flatMap((step) => {
        if (step.type === 'createTable') return [step.table.name]
        if (step.type === 'createIndex') return [step.index.name]
        return step.type === 'addForeignKey' ? [step.foreignKey.name] : []
      })
      expect(names.filter((name) => new TextEncoder().encode(name).length > 63)).toEqual([])
      expect(new Set(names).size).toBe(names.length)
    }),
  )
})

test('whatever way a definition is reached, the tables are the same, and going back restores them', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDefinition, arbitraryDefinition, async (first, second) => {
      const next = asSuccessor(first, second)
      const back = asSuccessor(next, first)
      const [stepwise, direct, original] = await Promise.all([
        install(first),
        install(second),
        install(first),
      ])
      const request = { by: null, changes: [], now }
      const there = await publish(database, stepwise, { ...request, definition: next, base: 1 })
      expect(there).toEqual({ ok: true, revision: 2 })
      const reached = await readCatalogue(database, stepwise.schema)
      const wanted = await readCatalogue(database, direct.schema)
      expect(inUse(reached, second)).toEqual(inUse(wanted, second))
      expect(await publish(database, stepwise, { ...request, definition: back, base: 2 })).toMatchObject({
        ok: true,
      })
      const returned = await readCatalogue(database, stepwise.schema)
      expect(inUse(returned, first)).toEqual(inUse(await readCatalogue(database, original.schema), first))
      for (const { schema } of [stepwise, direct, original])
        await database.query({ text: `drop schema "${schema}" cascade`, values: [] })
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('an empty definition needs no table', () => {
  expect(planMigration(null, emptyDefinition({ en: 'Empty' })).steps).toEqual([])
})
