import {
  checkImport,
  commitImport,
  createRecords,
  describeImport,
  findImport,
  insertImport,
  stageRows,
  startChecking,
  startImporting,
  undoStep,
  type ImportJob,
  type ImportWrites,
} from '@pipewright/db'
import { databaseCpu } from './database-cpu.ts'
import { importDefinition, importedColumns, rowOf } from './world/import-form.ts'
import { now, openWorkspace } from './world/bench-workspace.ts'

// How long the check, the import and the undo of 100,000 rows take: of new records, and of those that change most and make some, named by a key and found by what looks the same.

const rows = Number(process.argv[2] ?? 100_000)
const accounts = 5_000
const portion = 1_000

const { database, workspace, me, scene, close } = await openWorkspace(importDefinition, 4)
const host = { now: () => now, isStopping: () => false }

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const before = await databaseCpu(database)
  const answer = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  const own = (user + system) / 1_000_000
  const far = ((await databaseCpu(database)) - before) / 1000
  const memory = process.memoryUsage().rss / 2 ** 20
  process.stdout.write(
    `${what}: ${seconds.toFixed(1)} s on the clock; CPU ${own.toFixed(1)} s in Node, ${far.toFixed(1)} s in the database; ${memory.toFixed(0)} MB\n`,
  )
  return answer
}

const batches = (count: number) =>
  Array.from({ length: Math.ceil(count / portion) }, (_, batch) =>
    Array.from({ length: Math.min(portion, count - batch * portion) }, (_row, at) => batch * portion + at),
  )

async function job(id: string): Promise<ImportJob> {
  const found = await findImport(database, workspace, id, me)
  if (found === undefined) throw new Error('gone')
  return found
}

async function importAll(what: string, writes: ImportWrites, from: number): Promise<string> {
  const id = scene.newId()
  await timed(`${what}, staged`, () =>
    database.transaction(async (tx) => {
      await insertImport(tx, workspace, { id, form: 'deal', fileName: 'x.csv', createdBy: me, now })
      for (const batch of batches(rows))
        await stageRows(
          tx,
          workspace,
          id,
          batch.map((n) => ({
            row: n + 2,
            cells: rowOf(n + from, accounts, from === 0 ? 'create' : 'both'),
          })),
        )
      const columns = importedColumns.map(({ field }, column) => ({ column, name: field, samples: [] }))
      await describeImport(tx, workspace, id, { rows, columns, mapping: [] })
    }),
  )
  const mapping = importedColumns.map((each, column) => ({ ...each, column }))
  await startChecking(database, workspace, { id, now, mapping, writes })
  await timed(`${what}, checked`, async () => checkImport(database, scene, await job(id), host))
  const checked = await job(id)
  if (checked.state !== 'checked' || checked.bad > 0)
    throw new Error(`${checked.state}: ${JSON.stringify(checked.problems.slice(0, 3))}`)
  const changeSet = scene.newId()
  await startImporting(database, workspace, { id, now, skipBad: false, changeSet })
  const own = { ...scene, changeSet }
  await timed(`${what}, imported`, async () => commitImport(database, own, await job(id), host))
  const done = await job(id)
  if (done.state !== 'done' || done.done !== rows)
    throw new Error(`${done.state}: ${JSON.stringify(done.problems.slice(0, 3))}`)
  return changeSet
}

async function undoAll(what: string, set: string): Promise<void> {
  await timed(`${what}, undone`, async () => {
    const into = scene.newId()
    let back = 0
    for (let after: string | undefined; ;) {
      const step = await undoStep(database, scene, {
        set,
        into,
        limit: portion,
        ...(after === undefined ? {} : { after }),
      })
      if (!step.ok) throw new Error(step.problem.code)
      if (step.refused.length + step.left.length > 0) throw new Error('something was not taken back')
      back += step.done.length
      if (step.next === null) break
      after = step.next
    }
    if (back < rows) throw new Error(`${back} of ${rows} came back`)
  })
}

for (const batch of batches(accounts)) {
  const inputs = batch.map((n) => ({ values: { name: `Company ${n}` } }))
  const made = await database.transaction((tx) =>
    createRecords(tx, scene, 'account', inputs, { type: 'person' }),
  )
  if (!made.ok) throw new Error('no accounts')
}
await importAll('new records', { mode: 'create', by: [], empty: 'keep' }, 0)
// Nine in ten are there by now.
const set = await importAll(
  'changed and new records',
  { mode: 'both', by: ['code'], empty: 'keep' },
  rows / 10,
)
await undoAll('changed and new records', set)
// The same, found by what looks the same: phone and e-mail of each row.
const alike = await importAll(
  'rows that are there and new records',
  { mode: 'create', by: [], empty: 'keep', alike: { there: 'update', twice: 'leave' } },
  rows / 10,
)
await undoAll('rows that are there and new records', alike)
await close()
