import { createRecords, type ImportWrites } from '@pipewright/db'
import { batches, importAll, undoAll } from './import-runs.ts'
import { openWorkspace } from './world/bench-workspace.ts'
import { linesDefinition, linesOf, quoteColumns, quoteRow } from './world/lines-form.ts'

// How long the check, the import and the undo of 100,000 rows take that are 20,000 records with five line items each: of new records, and of those whose lines change.

const rows = Number(process.argv[2] ?? 100_000)
const accounts = 5_000
const products = 500
const records = rows / linesOf

const world = await openWorkspace(linesDefinition, 4)
const { database, scene, close } = world

async function makeAll(form: string, count: number, valuesOf: (n: number) => Record<string, unknown>) {
  for (const batch of batches(count)) {
    const inputs = batch.map((n) => ({ values: valuesOf(n) }))
    const made = await database.transaction((tx) =>
      createRecords(tx, scene, form, inputs, { type: 'person' }),
    )
    if (!made.ok) throw new Error(`no records of ${form}`)
  }
}

const file = (what: string, writes: ImportWrites, from: number) => ({
  what,
  form: 'quote',
  columns: quoteColumns,
  rows,
  records,
  rowOf: (n: number) => quoteRow(n + from * linesOf, { accounts, products, again: from > 0 }),
  writes,
})

await makeAll('account', accounts, (n) => ({ name: `Company ${n}` }))
await makeAll('product', products, (n) => ({ name: `Product ${n}`, price: '12.50' }))
await importAll(world, file('new records with lines', { mode: 'create', by: [], empty: 'keep' }, 0))
// Nine in ten are there by now, and each of their lines says another quantity.
const changed = 'changed and new records with lines'
const set = await importAll(world, file(changed, { mode: 'both', by: ['code'], empty: 'keep' }, records / 10))
await undoAll(world, changed, set, records)
await close()
