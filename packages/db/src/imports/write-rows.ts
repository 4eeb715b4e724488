import type { RecordValues } from '@pipewright/compiler'
import type { Connection, Database } from '../connection/connection.ts'
import { createRecords } from '../records/create-records.ts'
import type { CreatedMany } from '../records/new-record.ts'
import type { Scene } from '../records/scene.ts'
import { alone } from './change-together.ts'
import { updateTargets } from './commit-updates.ts'
import { takenFinder } from './find-taken.ts'
import { importCause } from './import-cause.ts'
import type { ImportJob, RowProblem } from './import-job.ts'
import type { StagedRow } from './import-store.ts'
import type { RefusedRecord } from './missing-records.ts'
import { rowPlaces } from './row-places.ts'
import { issueProblems } from './row-problems.ts'

/** Undoes the transaction: rows were refused, or the import was cancelled. */
export class GivenUp extends Error {
  readonly problems: readonly RowProblem[] | undefined
  constructor(problems?: readonly RowProblem[]) {
    super('given up')
    this.problems = problems
  }
}

type Refusal = Extract<CreatedMany, { ok: false }>['refused'][number]

const rowsAt = (rows: readonly StagedRow[], positions: readonly number[]): StagedRow[] =>
  positions.flatMap((position) => rows[position] ?? [])

/** The rows that hold what is taken by now: an index refuses a batch as a whole and does not say which row it meant. */
async function takenAmong(
  database: Database,
  scene: Scene,
  { form: key }: ImportJob,
  rows: readonly StagedRow[],
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
  rows: readonly StagedRow[],
  refused: readonly Refusal[],
): Promise<RowProblem[]> {
  const { workspace } = scene
  const isDoubled = refused.some(({ problem }) => problem.code === 'duplicate')
  const guilty = isDoubled ? await takenAmong(database, scene, job, rows) : new Set<number>()
  const told =
    guilty.size === 0
      ? refused
      : refused.filter(({ index, problem }) => problem.code !== 'duplicate' || guilty.has(index))
  const lines = rowsAt(
    rows,
    told.map(({ index }) => index),
  )
  const places = await rowPlaces(database, workspace, job, lines)
  return told.flatMap(({ problem }, position): RowProblem[] => {
    const at = places(lines[position]?.row ?? 0)
    if (problem.errors === undefined) return [{ ...at(null), code: problem.code }]
    return [...issueProblems(problem.errors, at)]
  })
}

export interface Made {
  readonly row: number
  readonly record: string
  readonly warnings: readonly RowProblem[] | null
}

/** The rows with their records, and what is to be minded about them at its place in the file. */
async function madeOf(
  tx: Connection,
  { workspace }: Scene,
  job: ImportJob,
  rows: readonly StagedRow[],
  { ids, warnings }: Extract<CreatedMany, { ok: true }>,
): Promise<Made[]> {
  const warned = rows.flatMap((_row, position) => ((warnings[position] ?? []).length > 0 ? [position] : []))
  const places = await rowPlaces(tx, workspace, job, rowsAt(rows, warned))
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
export async function refusalOf(
  database: Database,
  { workspace }: Scene,
  job: ImportJob,
  rows: readonly StagedRow[],
  { id, problem }: RefusedRecord,
): Promise<RowProblem[]> {
  for (const staged of rows) {
    const { row, values } = staged
    const field = Object.keys(values).find((key) => JSON.stringify(values[key]).includes(id))
    if (field === undefined) continue
    const places = await rowPlaces(database, workspace, job, [staged])
    return [{ ...places(row)(field), code: problem.code }]
  }
  return []
}

export interface Writing {
  readonly database: Database
  readonly tx: Connection
  readonly scene: Scene
  readonly job: ImportJob
}

/** Makes the records of rows that mean none that is there. */
async function createAll({ database, tx, scene, job }: Writing, rows: readonly StagedRow[]): Promise<Made[]> {
  if (rows.length === 0) return []
  const inputs = rows.map(({ values }) => ({ values }))
  const created = await createRecords(tx, scene, job.form, inputs, importCause(job))
  if (!created.ok) throw new GivenUp(await refusals(database, scene, job, rows, created.refused))
  return madeOf(tx, scene, job, rows, created)
}

/** Changes the records that rows mean. */
async function updateAll({ database, tx, scene, job }: Writing, rows: readonly StagedRow[]): Promise<Made[]> {
  const form = scene.app.form(job.form)
  if (form === undefined) return []
  const outcomes = await updateTargets(tx, scene, form, job, rows)
  const refused = outcomes.flatMap((one, index) => (one.ok ? [] : [{ index, problem: one.problem }]))
  if (refused.length > 0) throw new GivenUp(await refusals(database, scene, job, rows, refused))
  const warnings = outcomes.map((one) => (one.ok ? one.warnings : []))
  const ids = rows.map(({ target }) => target ?? '')
  return madeOf(tx, scene, job, rows, { ok: true, ids, warnings })
}

/** Writes rows together: all of them, or none and why. */
export async function writeTogether(writing: Writing, rows: readonly StagedRow[]): Promise<readonly Made[]> {
  const fresh = rows.filter(({ target }) => target === null)
  const stored = rows.filter(({ target }) => target !== null)
  return [...(await createAll(writing, fresh)), ...(await updateAll(writing, stored))]
}

async function writeOne({ tx, scene, job }: Writing, row: StagedRow) {
  const cause = importCause(job)
  if (row.target === null) {
    const created = await alone(tx, () => createRecords(tx, scene, job.form, [{ values: row.values }], cause))
    return created.ok ? created : { ok: false as const, problem: created.refused[0]?.problem }
  }
  const form = scene.app.form(job.form)
  const [updated] = form === undefined ? [] : await updateTargets(tx, scene, form, job, [row])
  if (updated?.ok !== true) return { ok: false as const, problem: updated?.problem }
  return { ok: true as const, ids: [row.target], warnings: [updated.warnings] }
}

/** Writes rows one after the other where some of them are refused; those stay out, and why. */
export async function writeApart(
  writing: Writing,
  rows: readonly StagedRow[],
): Promise<{ readonly made: readonly Made[]; readonly problems: readonly RowProblem[] }> {
  const { tx, scene, job } = writing
  const made: Made[] = []
  const problems: RowProblem[] = []
  for (const row of rows) {
    const written = await writeOne(writing, row)
    if (written.ok) {
      made.push(...(await madeOf(tx, scene, job, [row], written)))
      continue
    }
    const at = (await rowPlaces(tx, scene.workspace, job, [row]))(row.row)
    const { code = 'not-found', errors } = written.problem ?? {}
    problems.push(...(errors === undefined ? [{ ...at(null), code }] : issueProblems(errors, at)))
  }
  return { made, problems }
}
