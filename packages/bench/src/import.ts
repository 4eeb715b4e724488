import { createRecords, type ImportWrites } from '@pipewright/db'
import { batches, importAll, undoAll } from './import-runs.ts'
import { importDefinition, importedColumns, rowOf } from './world/import-form.ts'
import { openWorkspace } from './world/bench-workspace.ts'

// How long the check, the import and the undo of 100,000 rows take: of new records, and of those that change most and make some, named by a key and found by what looks the same.

const rows = Number(process.argv[2] ?? 100_000)
const accounts = 5_000

const world = await openWorkspace(importDefinition, 4)
const { database, scene, close } = world

const file = (what: string, writes: ImportWrites, from: number) => ({
  what,
  form: 'deal',
  columns: importedColumns,
  rows,
  records: rows,
  rowOf: (n: number) => rowOf(n + from, accounts, from === 0 ? 'create' : 'both'),
  writes,
})

for (const batch of batches(accounts)) {
  const inputs = batch.map((n) => ({ values: { name: `Company ${n}` } }))
  const made = await database.transaction((tx) =>
    createRecords(tx, scene, 'account', inputs, { type: 'person' }),
  )
  if (!made.ok) throw new Error('no accounts')
}
await importAll(world, file('new records', { mode: 'create', by: [], empty: 'keep' }, 0))
// Nine in ten are there by now.
const changed = 'changed and new records'
const set = await importAll(world, file(changed, { mode: 'both', by: ['code'], empty: 'keep' }, rows / 10))
await undoAll(world, changed, set, rows)
// The same, found by what looks the same: phone and e-mail of each row.
const alike = 'rows that are there and new records'
const looks = { there: 'update', twice: 'leave' } as const
const found = await importAll(
  world,
  file(alike, { mode: 'create', by: [], empty: 'keep', alike: looks }, rows / 10),
)
await undoAll(world, alike, found, rows)
await close()
