import type { CompiledForm, Predicate, Prepared, UniqueSite, WriteRequest } from '@pipewright/compiler'
import type { Locale } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { fillLimitIssue, roomToFill } from '../records/fill-limit.ts'
import { prepareAll } from '../records/prepare.ts'
import type { Scene } from '../records/scene.ts'
import { takenIssue } from '../records/unique-problem.ts'
import { writeSceneOf } from '../records/write-scene-of.ts'
import { takenFinder, type SaidKeys } from './find-taken.ts'
import type { RowProblem } from './import-job.ts'
import type { CheckedRow } from './import-store.ts'
import type { MappedColumn, ReadRow } from './read-file-rows.ts'
import { issueProblems } from './row-problems.ts'

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
export const cellAt =
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

/** What must not occur twice and does. */
export const takenProblems = (
  taken: readonly UniqueSite[],
  at: (key: string | null) => Omit<RowProblem, 'code'>,
  locale: Locale,
): RowProblem[] =>
  taken.map((site) => {
    const { code, params } = takenIssue(site, '', locale)
    // One line tells of a combination; it stands at the first of its columns.
    return { ...at(site.fields[0]?.key ?? null), code, ...(params === undefined ? {} : { params }) }
  })

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
  const doubled = takenProblems(taken, at, locale)
  return [...problems, ...found, ...outside, ...doubled]
}

/** Checks rows of which records are made as if they were written, without writing: the same rights, types, rules and formulas. */
export function newRowChecker(
  scene: Scene,
  form: CompiledForm,
  columns: readonly MappedColumn[],
  said: SaidKeys,
) {
  const findTaken = takenFinder(scene, form, said)
  const predicate = predicateOf(scene, form.key)
  const full = fillLimitIssue(scene, form.key)
  let room: number | undefined
  return async (connection: Connection, found: readonly ReadRow[]): Promise<CheckedRow[]> => {
    if (found.length === 0) return []
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
    const lines = found.map(({ row }) => row)
    const taken = await findTaken(connection, records, lines)
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
      const none = { target: null, seen: null, was: null }
      return [{ row: row.row, values: row.values, problems: isClean ? null : problems, warnings, ...none }]
    })
    // A transaction that is run again counts its rows once.
    room = left
    return checked
  }
}
