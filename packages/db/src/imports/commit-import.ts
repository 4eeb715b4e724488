import type { Connection, Database, Transacting } from '../connection/connection.ts'
import { notifyImport } from '../notifications/notify-import.ts'
import type { Scene } from '../records/scene.ts'
import type { JobHost } from './check-import.ts'
import { fileCopier } from './file-copies.ts'
import { holdingImport } from './held-job.ts'
import { keptProblems, type ImportJob, type RowProblem } from './import-job.ts'
import { findImport, readGoodRows, type StagedRow } from './import-store.ts'
import { advance, failImport, finishImporting } from './import-states.ts'
import { missingMaker } from './missing-records.ts'
import { GivenUp, refusalOf, writeApart, writeTogether, type Made, type Writing } from './write-rows.ts'
import { inTurn } from './turns.ts'
import { readTold, refuseRows, saveRecords } from './written-rows.ts'

const perBatch = 1000

interface Part {
  readonly database: Database
  readonly session: Transacting
  readonly scene: Scene
  readonly job: ImportJob
  readonly host: JobHost
}

type Write = (
  writing: Writing,
  rows: readonly StagedRow[],
) => Promise<{ readonly made: readonly Made[]; readonly problems: readonly RowProblem[] }>

/** Writes a part of the rows and says in the same transaction that it is worked off. */
async function writePart(
  { database, session, scene, job, host }: Part,
  rows: readonly StagedRow[],
  write: Write,
): Promise<void> {
  const { workspace } = scene
  const position = rows.at(-1)?.row ?? job.position
  await session.transaction(async (tx) => {
    const named = rows.map(({ values }) => values)
    const missing = await missingMaker(scene, job)(tx, named)
    if (missing !== undefined) throw new GivenUp(await refusalOf(database, scene, job, rows, missing))
    const values = await fileCopier(scene, job)(tx, named)
    const own = rows.map((row, at) => ({ ...row, values: values[at] ?? row.values }))
    const { made, problems } = await write({ database, tx, scene, job }, own)
    await saveRecords(tx, workspace, job.id, made)
    await refuseRows(tx, workspace, job.id, problems)
    const done = made.length
    if (!(await advance(tx, workspace, { id: job.id, now: host.now(), position, done }))) throw new GivenUp()
  })
}

/** Stops an import and tells its member why, with what is remembered of it. */
async function stopWith(
  { session, scene, job, host }: Omit<Part, 'database'>,
  why: Pick<Parameters<typeof failImport>[2], 'error' | 'problems'>,
  remember: (tx: Connection) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await session.transaction(async (tx) => {
    await remember(tx)
    await failImport(tx, scene.workspace, { id: job.id, now: host.now(), ...why })
    await notifyImport(tx, scene, job, { failed: true })
  })
}

/** Writes the next rows; false when the import stopped with them. */
async function workOff(part: Part, rows: readonly StagedRow[]): Promise<boolean> {
  const { scene, job } = part
  try {
    await writePart(part, rows, async (writing, own) => ({
      made: await writeTogether(writing, own),
      problems: [],
    }))
    return true
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error
    const { problems } = error
    if (problems === undefined) return false
    if (job.skipBad) {
      await writePart(part, rows, writeApart)
      return true
    }
    const kept = problems.slice(0, keptProblems)
    await stopWith(part, { error: 'changed', problems: kept }, (tx) =>
      refuseRows(tx, scene.workspace, job.id, problems),
    )
    return false
  }
}

async function finish({ session, scene, job, host }: Part): Promise<void> {
  const { workspace } = scene
  const told = await readTold(session, workspace, job.id)
  await session.transaction(async (tx) => {
    if (await finishImporting(tx, workspace, { id: job.id, now: host.now(), ...told }))
      await notifyImport(tx, scene, job, { rows: job.done })
  })
}

/** What is done with these rows is undone by the change that the import belongs to, whoever goes on with it. */
const undoneBy = (scene: Scene, { changeSet }: ImportJob): Scene =>
  changeSet === null ? scene : { ...scene, changeSet }

/**
 * Writes the good rows of an import that is in the state `importing`, part by part: each in a transaction that also says
 * up to which row it came, so that a killed one goes on from there. Rows that were good when they were checked and are
 * refused now stop it where all were to come in; where bad ones are skipped they stay out and are told.
 */
export async function commitImport(
  database: Database,
  scene: Scene,
  { id, createdBy }: ImportJob,
  host: JobHost,
): Promise<void> {
  const { workspace } = scene
  const load = (connection: Connection) => findImport(connection, workspace, id, createdBy)
  await holdingImport(database, id, async (session) => {
    const goOn = async (): Promise<void> => {
      for (;;) {
        // Read anew each time: another may have worked at it, and its member may have cancelled it.
        const job = await load(session)
        if (job?.state !== 'importing' || host.isStopping()) return
        const current = host.sceneOf === undefined ? scene : await host.sceneOf(job)
        if (current === undefined) {
          await failImport(session, workspace, { id, now: host.now(), error: 'refused' })
          return
        }
        const part = { database, session, scene: undoneBy(current, job), job, host }
        const rows = await readGoodRows(session, workspace, id, job.position, perBatch)
        if (rows.length === 0) return finish(part)
        if (!(await workOff(part, rows))) return
      }
    }
    if (await inTurn(session, workspace, id, goOn)) return
    const job = await load(session)
    if (job?.state === 'importing') await stopWith({ session, scene, job, host }, { error: 'stuck' })
  })
}
