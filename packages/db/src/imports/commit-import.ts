import type { RecordValues } from '@pipewright/compiler'
import type { Connection, Database } from '../connection/connection.ts'
import { createRecords } from '../records/create-records.ts'
import type { CreatedMany } from '../records/new-record.ts'
import type { Scene } from '../records/scene.ts'
import type { JobHost } from './check-import.ts'
import { updateTargets } from './commit-updates.ts'
import { notifyImport } from '../notifications/notify-import.ts'
import { takenFinder } from './find-taken.ts'
import { holdingImport } from './held-job.ts'
import { keptProblems, type ImportJob, type RowProblem } from './import-job.ts'
import { readGoodRows, saveRecords, type StagedRow } from './import-store.ts'
import { failImport, finishImporting, reportProgress, type Minded } from './import-states.ts'
import { missingMaker, type RefusedRecord } from './missing-records.ts'
import { rowPlaces } from './row-places.ts'
import { issueProblems, Told } from './row-problems.ts'

const perBatch = 1000

/** Undoes the transaction: rows were refused, or the import was cancelled or stopped. */
class GivenUp extends Error {
  readonly problems: readonly RowProblem[] | undefined
  constructor(problems?: readonly RowProblem[]) {
    super('given up')
    this.problems = problems
  }
}

type GoodRow = StagedRow
type Refusal = Extract<CreatedMany, { ok: false }>['refused'][number]

const linesOf = (rows: readonly GoodRow[], positions: readonly number[]): number[] =>
  positions.map((position) => rows[position]?.row ?? 0)

/** The rows that hold what is taken by now: an index refuses a batch as a whole and does not say which row it meant. */
async function takenAmong(
  database: Database,
  scene: Scene,
  { form: key }: ImportJob,
  rows: readonly GoodRow[],
): Promise<ReadonlySet<number>> {
  const form = scene.app.form(key)
  if (form === undefined) return new Set()
  const taken = await takenFinder(scene, form)(
    database,
    rows.map(({ values }) => values as RecordValues),
  )
  return new Set(taken.flatMap((sites, position) => (sites.length === 0 ? [] : [position])))
}

/** Read on another connection: what refused the rows may have ended this transaction. */
async function refusals(
  database: Database,
  scene: Scene,
  job: ImportJob,
  rows: readonly GoodRow[],
  refused: readonly Refusal[],
): Promise<RowProblem[]> {
  const { workspace } = scene
  const isDoubled = refused.some(({ problem }) => problem.code === 'duplicate')
  const guilty = isDoubled ? await takenAmong(database, scene, job, rows) : new Set<number>()
  const told =
    guilty.size === 0
      ? refused
      : refused.filter(({ index, problem }) => problem.code !== 'duplicate' || guilty.has(index))
  const lines = linesOf(
    rows,
    told.map(({ index }) => index),
  )
  const places = await rowPlaces(database, workspace, job, lines)
  return told.flatMap(({ problem }, position): RowProblem[] => {
    const at = places(lines[position] ?? 0)
    if (problem.errors === undefined) return [{ ...at(null), code: problem.code }]
    return [...issueProblems(problem.errors, at)]
  })
}

interface Made {
  readonly row: number
  readonly record: string
  readonly warnings: readonly RowProblem[] | null
}

/** The rows with their records, and what is to be minded about them at its place in the file. */
async function madeOf(
  tx: Connection,
  { workspace }: Scene,
  job: ImportJob,
  rows: readonly GoodRow[],
  { ids, warnings }: Extract<CreatedMany, { ok: true }>,
): Promise<Made[]> {
  const warned = rows.flatMap((_row, position) => ((warnings[position] ?? []).length > 0 ? [position] : []))
  const places = await rowPlaces(tx, workspace, job, linesOf(rows, warned))
  return rows.map(({ row }, position) => {
    const own = warnings[position] ?? []
    return {
      row,
      record: ids[position] ?? '',
      warnings: own.length === 0 ? null : issueProblems(own, places(row)),
    }
  })
}

/** The first row that names the record that could not be made with it. */
async function refusalOf(
  database: Database,
  { workspace }: Scene,
  job: ImportJob,
  rows: readonly GoodRow[],
  { id, problem }: RefusedRecord,
): Promise<RowProblem[]> {
  for (const { row, values } of rows) {
    const field = Object.keys(values).find((key) => JSON.stringify(values[key]).includes(id))
    if (field === undefined) continue
    const places = await rowPlaces(database, workspace, job, [row])
    return [{ ...places(row)(field), code: problem.code }]
  }
  return []
}

interface Writing {
  readonly database: Database
  readonly tx: Connection
  readonly scene: Scene
  readonly job: ImportJob
}

/** Makes the records of rows that mean none that is there. */
async function createAll({ database, tx, scene, job }: Writing, rows: readonly GoodRow[]): Promise<Made[]> {
  if (rows.length === 0) return []
  const inputs = rows.map(({ values }) => ({ values }))
  const created = await createRecords(tx, scene, job.form, inputs, { type: 'import', id: job.id })
  if (!created.ok) throw new GivenUp(await refusals(database, scene, job, rows, created.refused))
  return madeOf(tx, scene, job, rows, created)
}

/** Changes the records that rows mean. */
async function updateAll({ database, tx, scene, job }: Writing, rows: readonly GoodRow[]): Promise<Made[]> {
  const form = scene.app.form(job.form)
  if (form === undefined) return []
  const outcomes = await updateTargets(tx, scene, form, job, rows)
  const refused = outcomes.flatMap((one, index) => (one.ok ? [] : [{ index, problem: one.problem }]))
  if (refused.length > 0) throw new GivenUp(await refusals(database, scene, job, rows, refused))
  const warnings = outcomes.map((one) => (one.ok ? one.warnings : []))
  const ids = rows.map(({ target }) => target ?? '')
  return madeOf(tx, scene, job, rows, { ok: true, ids, warnings })
}

interface Written extends Minded {
  readonly done: number
}

async function writeAll(writing: Writing, host: JobHost): Promise<Written> {
  const { database, tx, scene, job } = writing
  const { workspace } = scene
  const minded = new Told(keptProblems)
  const make = missingMaker(scene, job)
  let done = 0
  for (let after = 0; ;) {
    const rows = await readGoodRows(tx, workspace, job.id, after, perBatch)
    const last = rows.at(-1)
    if (last === undefined) return { done, warned: minded.rows, warnings: minded.kept }
    const refused = await make(
      tx,
      rows.map(({ values }) => values),
    )
    if (refused !== undefined) throw new GivenUp(await refusalOf(database, scene, job, rows, refused))
    const [fresh, stored] = [
      rows.filter(({ target }) => target === null),
      rows.filter(({ target }) => target !== null),
    ]
    const made = [...(await createAll(writing, fresh)), ...(await updateAll(writing, stored))]
    await saveRecords(tx, workspace, job.id, made)
    for (const { warnings } of made) minded.add(warnings)
    done += rows.length
    after = last.row
    // On another connection, so that it is seen before the end.
    const goesOn = await reportProgress(database, workspace, {
      id: job.id,
      now: host.now(),
      done,
      state: 'importing',
    })
    if (!goesOn || host.isStopping()) throw new GivenUp()
  }
}

/**
 * Writes the good rows of an import that is in the state `importing`, all in one transaction, which also says that it
 * is done: killed at any moment, it leaves none or all.
 */
export async function commitImport(
  database: Database,
  scene: Scene,
  job: ImportJob,
  host: JobHost,
): Promise<void> {
  const { workspace } = scene
  await holdingImport(database, job.id, async (session) => {
    try {
      await session.transaction(async (tx) => {
        const written = await writeAll({ database, tx, scene, job }, host)
        if (!(await finishImporting(tx, workspace, { id: job.id, now: host.now(), ...written })))
          throw new GivenUp()
        await notifyImport(tx, scene, job, { rows: written.done })
      })
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error
      const { problems } = error
      if (problems === undefined) return
      await failImport(session, workspace, {
        id: job.id,
        now: host.now(),
        error: 'changed',
        problems: problems.slice(0, keptProblems),
      })
      await notifyImport(session, scene, job, { failed: true })
    }
  })
}
