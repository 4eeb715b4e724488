import type { ColumnMapping } from '@pipewright/compiler'
import {
  checkImport,
  commitImport,
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
import { now, type openWorkspace } from './world/bench-workspace.ts'

const portion = 1_000
const host = { now: () => now, isStopping: () => false }

/** Numbers from 0, in portions. */
export const batches = (count: number) =>
  Array.from({ length: Math.ceil(count / portion) }, (_, batch) =>
    Array.from({ length: Math.min(portion, count - batch * portion) }, (_row, at) => batch * portion + at),
  )

/** A file of a run. */
export interface ImportedFile {
  readonly what: string
  readonly form: string
  readonly columns: readonly Omit<ColumnMapping, 'column'>[]
  readonly rows: number
  /** How many records its rows are. */
  readonly records: number
  readonly rowOf: (n: number) => readonly string[]
  readonly writes: ImportWrites
}

type World = Awaited<ReturnType<typeof openWorkspace>>

/** Does a step and prints its time, CPU and memory. */
async function timed<T>({ database }: World, what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const before = await databaseCpu(database)
  const answer = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  const own = (user + system) / 1_000_000
  const far = ((await databaseCpu(database)) - before) / 1000
  const memory = process.memoryUsage().rss / 2 ** 20
  const most = process.resourceUsage().maxRSS / 2 ** 10
  process.stdout.write(
    `${what}: ${seconds.toFixed(1)} s on the clock; CPU ${own.toFixed(1)} s in Node, ${far.toFixed(1)} s in the database; ${memory.toFixed(0)} MB, at most ${most.toFixed(0)} MB\n`,
  )
  return answer
}

async function jobOf({ database, workspace, me }: World, id: string): Promise<ImportJob> {
  const found = await findImport(database, workspace, id, me)
  if (found === undefined) throw new Error('gone')
  return found
}

async function stage({ database, workspace, me, scene }: World, file: ImportedFile): Promise<string> {
  const { form, columns, rows, rowOf } = file
  const id = scene.newId()
  await database.transaction(async (tx) => {
    await insertImport(tx, workspace, { id, form, fileName: 'x.csv', createdBy: me, now })
    for (const batch of batches(rows)) {
      const staged = batch.map((n) => ({ row: n + 2, cells: [...rowOf(n)] }))
      await stageRows(tx, workspace, id, staged)
    }
    const named = columns.map(({ field }, column) => ({ column, name: field ?? '', samples: [] }))
    await describeImport(tx, workspace, id, { rows, columns: named, mapping: [] })
  })
  return id
}

/** Stages a file, checks it and lets all of it come in; answers what the import is undone by. */
export async function importAll(world: World, file: ImportedFile): Promise<string> {
  const { database, workspace, scene } = world
  const { what, columns, records, writes } = file
  const id = await timed(world, `${what}, staged`, () => stage(world, file))
  const mapping = columns.map((each, column) => ({ ...each, column }))
  await startChecking(database, workspace, { id, now, mapping, writes })
  const started = await jobOf(world, id)
  await timed(world, `${what}, checked`, () => checkImport(database, scene, started, host))
  const checked = await jobOf(world, id)
  if (checked.state !== 'checked' || checked.bad > 0 || checked.records !== records)
    throw new Error(`${checked.state}: ${JSON.stringify(checked.problems.slice(0, 3))}`)
  const changeSet = scene.newId()
  await startImporting(database, workspace, { id, now, skipBad: false, changeSet })
  const own = { ...scene, changeSet }
  const importing = await jobOf(world, id)
  await timed(world, `${what}, imported`, () => commitImport(database, own, importing, host))
  const done = await jobOf(world, id)
  if (done.state !== 'done' || done.done !== records)
    throw new Error(`${done.state}: ${JSON.stringify(done.problems.slice(0, 3))}`)
  return changeSet
}

/** Takes back what an import did, all of it. */
export async function undoAll(world: World, what: string, set: string, records: number): Promise<void> {
  const { database, scene } = world
  await timed(world, `${what}, undone`, async () => {
    const into = scene.newId()
    let back = 0
    for (let after: string | undefined; ;) {
      const from = after === undefined ? {} : { after }
      const step = await undoStep(database, scene, { set, into, limit: portion, ...from })
      if (!step.ok) throw new Error(step.problem.code)
      if (step.refused.length + step.left.length > 0) throw new Error('something was not taken back')
      back += step.done.length
      if (step.next === null) break
      after = step.next
    }
    if (back < records) throw new Error(`${back} of ${records} came back`)
  })
}
