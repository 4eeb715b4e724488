import type { Connection, Database } from '../connection/connection.ts'
import { createRecords } from '../records/create-records.ts'
import type { CreatedMany } from '../records/new-record.ts'
import type { Scene } from '../records/scene.ts'
import type { JobHost } from './check-import.ts'
import { holdingImport } from './held-job.ts'
import { keptProblems, type ImportJob, type RowProblem } from './import-job.ts'
import { readGoodRows, saveRecords } from './import-store.ts'
import { failImport, finishImporting, reportProgress, type Minded } from './import-states.ts'
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

type GoodRow = Awaited<ReturnType<typeof readGoodRows>>[number]

/** The place of a row alone: its cells are not looked at any more. */
const bare = (row: number) => (field: string | null) => ({ row, column: null, field, value: null })

function refusals(rows: readonly GoodRow[], { refused }: Extract<CreatedMany, { ok: false }>): RowProblem[] {
  return refused.flatMap(({ index, problem }): RowProblem[] => {
    const row = rows[index]?.row ?? 0
    if (problem.errors === undefined) return [{ ...bare(row)(null), code: problem.code }]
    return [...issueProblems(problem.errors, bare(row))]
  })
}

interface Made {
  readonly row: number
  readonly record: string
  readonly warnings: readonly RowProblem[] | null
}

/** The column that each field comes from, by its name. */
function columnNames({ columns, mapping }: ImportJob) {
  const names = new Map(columns.map(({ column, name }) => [column, name]))
  const byField = new Map(mapping.map(({ field, column }) => [field, names.get(column) ?? null]))
  return (field: string): string | null => byField.get(field) ?? null
}

/** The rows with their records; where a warning stands in the file was found when the row was checked. */
const madeOf = (
  rows: readonly GoodRow[],
  { ids, warnings }: Extract<CreatedMany, { ok: true }>,
  columnOf: (field: string) => string | null,
): Made[] =>
  rows.map(({ row }, position) => {
    const own = warnings[position] ?? []
    const at = (field: string | null) => ({
      ...bare(row)(field),
      column: field === null ? null : columnOf(field),
    })
    return {
      row,
      record: ids[position] ?? '',
      warnings: own.length === 0 ? null : issueProblems(own, at),
    }
  })

interface Written extends Minded {
  readonly done: number
}

async function writeAll(
  database: Database,
  tx: Connection,
  scene: Scene,
  job: ImportJob,
  host: JobHost,
): Promise<Written> {
  const { workspace } = scene
  const minded = new Told(keptProblems)
  let done = 0
  for (let after = 0; ;) {
    const rows = await readGoodRows(tx, workspace, job.id, after, perBatch)
    const last = rows.at(-1)
    if (last === undefined) return { done, warned: minded.rows, warnings: minded.kept }
    const created = await createRecords(
      tx,
      scene,
      job.form,
      rows.map(({ values }) => ({ values })),
      { type: 'import', id: job.id },
    )
    if (!created.ok) throw new GivenUp(refusals(rows, created))
    const made = madeOf(rows, created, columnNames(job))
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
        const written = await writeAll(database, tx, scene, job, host)
        if (!(await finishImporting(tx, workspace, { id: job.id, now: host.now(), ...written })))
          throw new GivenUp()
      })
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error
      const { problems } = error
      if (problems !== undefined)
        await failImport(session, workspace, {
          id: job.id,
          now: host.now(),
          error: 'changed',
          problems: problems.slice(0, keptProblems),
        })
    }
  })
}
