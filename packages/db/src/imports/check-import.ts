import { isLinePosition, type CompiledForm, type Grouping, type RowGroup } from '@pipewright/compiler'
import type { Connection, Database, Transacting } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { alikeFinder } from './alike-rows.ts'
import { cellAt, lineRowsOf, newRowChecker } from './check-new-rows.ts'
import { updateChecker, type UpdateRow } from './check-updates.ts'
import { recordsOfRows } from './differing-cells.ts'
import { saidKeys } from './find-taken.ts'
import { fileFinderOf, type FileFinder } from './file-finder.ts'
import { KnownNames } from './finders.ts'
import { holdingImport } from './held-job.ts'
import { markUsed } from './import-files.ts'
import { keptProblems, type FileRow, type ImportJob, type RowProblem } from './import-job.ts'
import { findImport, saveChecked, type CheckedRow } from './import-store.ts'
import { failImport, finishChecking, reportProgress } from './import-states.ts'
import { missingMaker, missingRecords, rehearsed } from './missing-records.ts'
import { mappedColumns, type MappedColumn, type ReadRow } from './read-file-rows.ts'
import { knowStagedRows } from './know-staged-rows.ts'
import { namesAhead } from './names-ahead.ts'
import { recordReader } from './read-records.ts'
import { groupingOf, readRecords, saveParts } from './row-groups.ts'
import { targetFinder } from './row-targets.ts'
import { storedValues } from './stored-values.ts'
import { inTurn } from './turns.ts'
import { Told } from './row-problems.ts'

/** What a job asks its host: whether to go on, and what time it is. */
export interface JobHost {
  now(): string
  isStopping(): boolean
  /** What the member of an import may do at this moment; undefined when he may not import any more. */
  sceneOf?(job: ImportJob): Promise<Scene | undefined>
}

const unclearRow = (read: ReadRow, problem: RowProblem, alike: CheckedRow['alike'] = null): CheckedRow => ({
  alike,
  fate: alike && 'update',
  row: read.row,
  values: read.values,
  lines: lineRowsOf(read),
  problems: [problem, ...read.problems],
  warnings: null,
  target: null,
  seen: null,
  was: null,
})

const meantTwice = (row: number, first: number): RowProblem => ({
  row,
  column: null,
  field: null,
  value: null,
  code: 'alike-twice',
  params: { first },
})

interface CheckedBy {
  readonly files: FileFinder | undefined
  readonly grouping: Grouping | undefined
  readonly names: KnownNames
}

/** Checks rows: those of which records are made, and those that change one. Nothing where a record that is to be made with them is refused. */
function rowChecker(
  scene: Scene,
  form: CompiledForm,
  job: ImportJob,
  columns: readonly MappedColumn[],
  { files, grouping, names }: CheckedBy,
) {
  // A key that the engine gives is compared and never written.
  const isWritten = (field: string) =>
    isLinePosition(field) || scene.rights.forms[job.form]?.fields[field] === 'write'
  const written = columns.filter(({ field }) => isWritten(field.key))
  const targetsOf = targetFinder(scene, job, columns, isWritten)
  // Of its own: which keys came up before is counted once.
  const storedOf = storedValues(scene, form, targetFinder(scene, job, columns, isWritten))
  const finders = { storedOf, names, ...(files === undefined ? {} : { fileOf: files.find }) }
  const read = recordReader(scene, written, recordsOfRows(job, grouping), finders)
  const said = saidKeys(scene, form)
  const alikeOf = alikeFinder(scene, job)
  const checkNew = newRowChecker(scene, form, written, said, alikeOf)
  const checkUpdates = updateChecker(scene, form, job, { columns: written, said })
  // By its record, the row that changes it: a second one would overwrite what the first says.
  const changing = new Map<string, number>()

  return async (
    connection: Connection,
    groups: readonly RowGroup<FileRow>[],
  ): Promise<CheckedRow[] | undefined> => {
    const found = await read(connection, groups)
    const make = missingMaker(scene, job)
    const refused = await make(
      connection,
      found.map(({ values }) => values),
    )
    if (refused !== undefined) return undefined
    const targets = await targetsOf(connection, found)
    const fresh = found.filter((_row, position) => targets[position]?.kind === 'new')
    const choices = new Map(
      groups.flatMap(({ head: { row, choice } }) => (choice ? [[row, choice] as const] : [])),
    )
    const { checked: made, meant } = await checkNew(connection, fresh, choices)
    const checked = [...made]
    const updates: UpdateRow[] = []
    for (const [position, row] of found.entries()) {
      const target = targets[position]
      if (target?.kind === 'record') {
        changing.set(target.id, row.row)
        updates.push({ read: row, target: target.id, at: cellAt(columns, row) })
      } else if (target?.kind === 'unclear') checked.push(unclearRow(row, target.problem))
    }
    for (const { read: row, target, alike } of meant) {
      const before = changing.get(target) ?? row.row
      if (before === row.row) updates.push({ read: row, target, at: cellAt(columns, row), alike })
      else checked.push(unclearRow(row, meantTwice(row.row, before), alike))
      changing.set(target, before)
    }
    checked.push(...(await checkUpdates(connection, updates)))
    return checked
  }
}

/** What becomes of a row. */
function count(
  counts: Record<'records' | 'lines' | 'changed' | 'same' | 'alike' | 'undecided' | 'left', number>,
  { was, alike, fate, problems, lines }: CheckedRow,
): void {
  counts.records += 1
  for (const rows of Object.values(lines ?? {})) counts.lines += rows.length
  if (was !== null) counts.changed += 1
  if (was !== null && Object.keys(was).length === 0) counts.same += 1
  if (alike !== null) counts.alike += 1
  if (fate === 'ask' && problems === null) counts.undecided += 1
  if (fate === 'leave') counts.left += 1
}

/** Checks every row on a session that holds the lock of the import. */
async function checkRows(session: Transacting, scene: Scene, job: ImportJob, host: JobHost): Promise<void> {
  const { workspace } = scene
  const form = scene.app.form(job.form)
  if (form === undefined) return
  const files = await fileFinderOf(session, workspace, job)
  const grouping = groupingOf(form, job)
  const columns = mappedColumns(scene, job.form, job.columns, job.mapping)
  const names = new KnownNames()
  await knowStagedRows(session, workspace, job)
  const lookAhead = namesAhead(scene, job, columns, names)
  const check = rowChecker(scene, form, job, columns, { files, grouping, names })
  // What is made with the rows, and what they change, is there while they are checked and gone again afterwards.
  const writes =
    job.writes.mode !== 'create' ||
    job.writes.alike !== undefined ||
    missingRecords(scene, job.form, job.mapping).length > 0
  const bad = new Told(keptProblems)
  const minded = new Told(keptProblems)
  let done = 0
  const counts = { records: 0, lines: 0, changed: 0, same: 0, alike: 0, undecided: 0, left: 0 }
  for (let after = 0; ;) {
    const groups = await readRecords(session, workspace, job.id, after, grouping)
    const last = groups.at(-1)?.rows.at(-1)
    if (last === undefined) break
    await lookAhead(session, after)
    const checked = await (writes ? rehearsed(session, (tx) => check(tx, groups)) : check(session, groups))
    if (checked === undefined) {
      await failImport(session, workspace, { id: job.id, now: host.now(), error: 'changed' })
      return
    }
    await saveChecked(session, workspace, job.id, checked)
    await saveParts(session, workspace, job.id, groups)
    for (const row of checked) {
      bad.add(row.problems)
      minded.add(row.warnings)
      count(counts, row)
    }
    done += groups.reduce((sum, { rows }) => sum + rows.length, 0)
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
    ...counts,
    problems: bad.kept,
    warned: minded.rows,
    warnings: minded.kept,
  })
}

/** Checks every row of an import that is in the state `checking`; nothing is written but what was found. */
export const checkImport = (
  database: Database,
  scene: Scene,
  { id, createdBy }: ImportJob,
  host: JobHost,
): Promise<void> =>
  holdingImport(database, id, async (session) => {
    // Read anew: while it waited for its turn another may have checked it, or its member may have matched columns otherwise.
    const job = await findImport(session, scene.workspace, id, createdBy)
    if (job?.state !== 'checking') return
    const { workspace } = scene
    if (!(await inTurn(session, workspace, id, () => checkRows(session, scene, job, host))))
      await failImport(session, workspace, { id, now: host.now(), error: 'stuck' })
  })
