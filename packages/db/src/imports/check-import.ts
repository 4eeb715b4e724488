import type { CompiledForm } from '@pipewright/compiler'
import type { Connection, Database } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { cellAt, newRowChecker } from './check-new-rows.ts'
import { updateChecker, type UpdateRow } from './check-updates.ts'
import { saidKeys } from './find-taken.ts'
import { fileFinderOf, type FileFinder } from './file-finder.ts'
import { holdingImport } from './held-job.ts'
import { markUsed } from './import-files.ts'
import { keptProblems, type FileRow, type ImportJob, type RowProblem } from './import-job.ts'
import { readRows, saveChecked, type CheckedRow } from './import-store.ts'
import { failImport, finishChecking, reportProgress } from './import-states.ts'
import { missingMaker, missingRecords, rehearsed } from './missing-records.ts'
import { mappedColumns, rowReader, type ReadRow } from './read-file-rows.ts'
import { targetFinder } from './row-targets.ts'
import { Told } from './row-problems.ts'

const perBatch = 500

/** What a job asks its host: whether to go on, and what time it is. */
export interface JobHost {
  now(): string
  isStopping(): boolean
  /** What the member of an import may do at this moment; undefined when he may not import any more. */
  sceneOf?(job: ImportJob): Promise<Scene | undefined>
}

const unclearRow = ({ row, values, problems }: ReadRow, problem: RowProblem): CheckedRow => ({
  row,
  values,
  problems: [problem, ...problems],
  warnings: null,
  target: null,
  seen: null,
  was: null,
})

/** Checks rows: those of which records are made, and those that change one. Nothing where a record that is to be made with them is refused. */
function rowChecker(scene: Scene, form: CompiledForm, job: ImportJob, files: FileFinder | undefined) {
  const columns = mappedColumns(scene, job.form, job.columns, job.mapping)
  // A key that the engine gives is compared and never written.
  const isWritten = (field: string) => scene.rights.forms[job.form]?.fields[field] === 'write'
  const written = columns.filter(({ field }) => isWritten(field.key))
  const read = rowReader(scene, written, job.columns.length, files?.find)
  const targetsOf = targetFinder(scene, job, columns, isWritten)
  const said = saidKeys(scene, form)
  const checkNew = newRowChecker(scene, form, written, said)
  const checkUpdates = updateChecker(scene, form, job, { columns: written, said })

  return async (connection: Connection, rows: readonly FileRow[]): Promise<CheckedRow[] | undefined> => {
    const found = await read(connection, rows)
    const make = missingMaker(scene, job)
    const refused = await make(
      connection,
      found.map(({ values }) => values),
    )
    if (refused !== undefined) return undefined
    const targets = await targetsOf(connection, found)
    const fresh = found.filter((_row, position) => targets[position]?.kind === 'new')
    const checked = await checkNew(connection, fresh)
    const updates: UpdateRow[] = []
    for (const [position, row] of found.entries()) {
      const target = targets[position]
      if (target?.kind === 'record') updates.push({ read: row, target: target.id, at: cellAt(columns, row) })
      else if (target?.kind === 'unclear') checked.push(unclearRow(row, target.problem))
    }
    checked.push(...(await checkUpdates(connection, updates)))
    return checked
  }
}

/** Checks every row of an import that is in the state `checking`; nothing is written but what was found. */
export async function checkImport(
  database: Database,
  scene: Scene,
  job: ImportJob,
  host: JobHost,
): Promise<void> {
  const { workspace } = scene
  const form = scene.app.form(job.form)
  if (form === undefined) return
  const files = await fileFinderOf(database, workspace, job)
  const check = rowChecker(scene, form, job, files)
  // What is made with the rows, and what they change, is there while they are checked and gone again afterwards.
  const writes = job.writes.mode !== 'create' || missingRecords(scene, job.form, job.mapping).length > 0
  await holdingImport(database, job.id, async (session) => {
    const bad = new Told(keptProblems)
    const minded = new Told(keptProblems)
    let done = 0
    let changed = 0
    let same = 0
    for (let after = 0; ;) {
      const rows = await readRows(session, workspace, job.id, after, perBatch)
      const last = rows.at(-1)
      if (last === undefined) break
      const checked = await (writes ? rehearsed(session, (tx) => check(tx, rows)) : check(session, rows))
      if (checked === undefined) {
        await failImport(session, workspace, { id: job.id, now: host.now(), error: 'changed' })
        return
      }
      await saveChecked(session, workspace, job.id, checked)
      for (const row of checked) {
        bad.add(row.problems)
        minded.add(row.warnings)
        if (row.was !== null) changed += 1
        if (row.was !== null && Object.keys(row.was).length === 0) same += 1
      }
      done += rows.length
      after = last.row
      if (
        host.isStopping() ||
        !(await reportProgress(session, workspace, { id: job.id, now: host.now(), done, state: 'checking' }))
      )
        return
    }
    if (files !== undefined) await markUsed(session, workspace, job.id, [...files.used])
    await finishChecking(session, workspace, {
      id: job.id,
      now: host.now(),
      bad: bad.rows,
      changed,
      same,
      problems: bad.kept,
      warned: minded.rows,
      warnings: minded.kept,
    })
  })
}
