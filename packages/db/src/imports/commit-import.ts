import type { Connection, Database } from '../connection/connection.ts'
import { createRecords } from '../records/create-records.ts'
import type { CreatedMany } from '../records/new-record.ts'
import type { Scene } from '../records/scene.ts'
import type { JobHost } from './check-import.ts'
import { holdingImport } from './held-job.ts'
import { keptProblems, type ImportJob, type RowProblem } from './import-job.ts'
import { readGoodRows, saveRecords } from './import-store.ts'
import { failImport, finishImporting, reportProgress } from './import-states.ts'

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

function refusals(rows: readonly GoodRow[], { refused }: Extract<CreatedMany, { ok: false }>): RowProblem[] {
  return refused.flatMap(({ index, problem }): RowProblem[] => {
    const row = rows[index]?.row ?? 0
    const bare = { row, column: null, field: null, value: null }
    if (problem.errors === undefined) return [{ ...bare, code: problem.code }]
    return problem.errors.map(({ pointer, code, params }) => ({
      ...bare,
      field: /^\/values\/([a-z][a-z0-9_]*)/.exec(pointer)?.[1] ?? null,
      code,
      ...(params === undefined ? {} : { params }),
    }))
  })
}

async function writeAll(
  database: Database,
  tx: Connection,
  scene: Scene,
  job: ImportJob,
  host: JobHost,
): Promise<number> {
  const { workspace } = scene
  let done = 0
  for (let after = 0; ;) {
    const rows = await readGoodRows(tx, workspace, job.id, after, perBatch)
    const last = rows.at(-1)
    if (last === undefined) return done
    const created = await createRecords(
      tx,
      scene,
      job.form,
      rows.map(({ values }) => ({ values })),
      { type: 'import', id: job.id },
    )
    if (!created.ok) throw new GivenUp(refusals(rows, created))
    await saveRecords(
      tx,
      workspace,
      job.id,
      rows.flatMap(({ row }, position) => ({ row, record: created.ids[position] ?? '' })),
    )
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
        const done = await writeAll(database, tx, scene, job, host)
        if (!(await finishImporting(tx, workspace, { id: job.id, now: host.now(), done })))
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
