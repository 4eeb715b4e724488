import type { CompiledForm, Predicate, Prepared, UniqueSite, WriteRequest } from '@pipewright/compiler'
import type { Locale } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import type { Connection, Database } from '../connection/connection.ts'
import { writeSceneOf } from '../records/write-scene-of.ts'
import { fillLimitIssue, roomToFill } from '../records/fill-limit.ts'
import { prepareAll } from '../records/prepare.ts'
import type { Scene } from '../records/scene.ts'
import { takenIssue } from '../records/unique-problem.ts'
import { takenFinder } from './find-taken.ts'
import { holdingImport } from './held-job.ts'
import { missingMaker, missingRecords, rehearsed } from './missing-records.ts'
import { keptProblems, type ImportJob, type RowProblem } from './import-job.ts'
import { readRows, saveChecked, type CheckedRow } from './import-store.ts'
import { failImport, finishChecking, reportProgress } from './import-states.ts'
import { issueProblems, Told } from './row-problems.ts'
import { mappedColumns, rowReader, type MappedColumn, type ReadRow } from './read-file-rows.ts'

const perBatch = 500

/** What a job asks its host: whether to go on, and what time it is. */
export interface JobHost {
  now(): string
  isStopping(): boolean
}

/** An imported record must be one that the importer may make, and may import. */
function predicateOf(scene: Scene, form: string): Predicate {
  const { create = false, import: imported = false } = scene.rights.forms[form]?.predicates ?? {}
  if (create === true) return imported
  if (imported === true || create === false) return create
  return imported === false ? false : ({ and: [create, imported] } as Expression)
}

function requestOf(scene: Scene, predicate: Predicate, { values }: ReadRow): WriteRequest {
  const { memberId, departmentId } = scene.actor
  const at = scene.now
  const system = {
    id: scene.newId(),
    owner: memberId,
    department: departmentId,
    version: 1,
    created_at: at,
    created_by: memberId,
    updated_at: at,
    updated_by: memberId,
    deleted_at: null,
    locked_by: null,
    stage_since: null,
  }
  return { values, system, old: null, predicate }
}

/** Where a field stands in the file, with what is written there. */
const cellAt =
  (columns: readonly MappedColumn[], { row, cells }: ReadRow) =>
  (key: string | null): Omit<RowProblem, 'code'> => {
    const column = columns.find(({ field }) => field.key === key)
    return {
      row,
      column: column?.name ?? null,
      field: key,
      value: column === undefined ? null : (cells[column.mapping.column] ?? ''),
    }
  }

function problemsOf(
  columns: readonly MappedColumn[],
  read: ReadRow,
  prepared: Prepared,
  taken: readonly UniqueSite[],
  locale: Locale,
): RowProblem[] {
  const { problems } = read
  const reported = new Set(problems.map(({ field }) => field))
  const at = cellAt(columns, read)
  const issues = prepared.kind === 'invalid' ? prepared.errors : []
  const found = issueProblems(issues, at).filter(({ field }) => field === null || !reported.has(field))
  const outside: RowProblem[] = prepared.kind === 'outside' ? [{ ...at(null), code: 'not-allowed' }] : []
  const doubled = taken.map((site): RowProblem => {
    const { code, params } = takenIssue(site, '', locale)
    // One line tells of a combination; it stands at the first of its columns.
    return { ...at(site.fields[0]?.key ?? null), code, ...(params === undefined ? {} : { params }) }
  })
  return [...problems, ...found, ...outside, ...doubled]
}

/**
 * Checks rows as if they were written, without writing: the same rights, types, rules and formulas. Nothing where a record
 * that is to be made with them is refused.
 */
function rowChecker(scene: Scene, form: CompiledForm, job: ImportJob) {
  const columns = mappedColumns(scene, job.form, job.columns, job.mapping)
  const read = rowReader(scene, columns, job.columns.length)
  const findTaken = takenFinder(scene, form)
  const predicate = predicateOf(scene, form.key)
  const full = fillLimitIssue(scene, form.key)
  let room: number | undefined
  return async (
    connection: Connection,
    rows: Parameters<typeof read>[1],
  ): Promise<CheckedRow[] | undefined> => {
    const found = await read(connection, rows)
    const make = missingMaker(scene, job)
    const refused = await make(
      connection,
      found.map(({ values }) => values),
    )
    if (refused !== undefined) return undefined
    const prepared = await prepareAll(
      connection,
      scene,
      writeSceneOf(scene, form, false),
      found.map((row) => requestOf(scene, predicate, row)),
    )
    const isGood = (position: number) => found[position]?.problems.length === 0
    const records = prepared.map((each, position) =>
      each.kind === 'ready' && isGood(position) ? each.record.values : undefined,
    )
    const taken = await findTaken(connection, records)
    let left = room ?? (await roomToFill(connection, scene, form.key))
    const checked = found.flatMap((row, position): CheckedRow[] => {
      const each = prepared[position]
      if (each === undefined) return []
      const problems = problemsOf(columns, row, each, taken[position] ?? [], scene.actor.locale)
      if (problems.length === 0 && (left -= 1) < 0)
        problems.push(...issueProblems([full], cellAt(columns, row)))
      const isClean = problems.length === 0
      const minded = isClean && each.kind === 'ready' ? each.record.warnings : []
      const warnings = minded.length === 0 ? null : issueProblems(minded, cellAt(columns, row))
      return [{ row: row.row, values: row.values, problems: isClean ? null : problems, warnings }]
    })
    // A transaction that is run again counts its rows once.
    room = left
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
  const check = rowChecker(scene, form, job)
  // What is made with the rows is there while they are checked, and gone again afterwards.
  const makes = missingRecords(scene, job.form, job.mapping).length > 0
  await holdingImport(database, job.id, async (session) => {
    const bad = new Told(keptProblems)
    const minded = new Told(keptProblems)
    let done = 0
    for (let after = 0; ;) {
      const rows = await readRows(session, workspace, job.id, after, perBatch)
      const last = rows.at(-1)
      if (last === undefined) break
      const checked = await (makes ? rehearsed(session, (tx) => check(tx, rows)) : check(session, rows))
      if (checked === undefined) {
        await failImport(session, workspace, { id: job.id, now: host.now(), error: 'changed' })
        return
      }
      await saveChecked(session, workspace, job.id, checked)
      for (const row of checked) {
        bad.add(row.problems)
        minded.add(row.warnings)
      }
      done += rows.length
      after = last.row
      if (
        host.isStopping() ||
        !(await reportProgress(session, workspace, { id: job.id, now: host.now(), done, state: 'checking' }))
      )
        return
    }
    await finishChecking(session, workspace, {
      id: job.id,
      now: host.now(),
      bad: bad.rows,
      problems: bad.kept,
      warned: minded.rows,
      warnings: minded.kept,
    })
  })
}
