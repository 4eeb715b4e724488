import type { CompiledForm, Issue, Predicate, Prepared, UniqueSite, WriteRequest } from '@pipewright/compiler'
import type { Locale } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { fillLimitIssue, roomToFill } from '../records/fill-limit.ts'
import { prepareAll } from '../records/prepare.ts'
import type { Scene } from '../records/scene.ts'
import { takenIssue } from '../records/unique-problem.ts'
import { writeSceneOf } from '../records/write-scene-of.ts'
import type { AlikeFinder, Judged, RowChoices } from './alike-rows.ts'
import { takenFinder, type SaidKeys } from './find-taken.ts'
import type { RowProblem } from './import-job.ts'
import type { CheckedRow, LineRows } from './import-store.ts'
import type { MappedColumn, ReadRow } from './read-file-rows.ts'
import { issueProblems, type InLine } from './row-problems.ts'

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

/** Where a field stands in the file, with what is written there; that of a line stands in the row of the line. */
export const cellAt =
  (columns: readonly MappedColumn[], read: ReadRow) =>
  (own: string | null, line?: InLine): Omit<RowProblem, 'code'> => {
    const { row, cells } = (line && read.lines?.get(own ?? '')?.[line.item]) ?? read
    const key = line === undefined || line.key === null ? own : `${own}.${line.key}`
    const column = columns.find(({ field }) => field.key === key)
    return {
      row,
      column: column?.name ?? null,
      field: key,
      value: column === undefined ? null : (cells[column.mapping.column] ?? ''),
    }
  }

/** The rows of the file that the lines of a record stand in. */
export const lineRowsOf = ({ lines }: ReadRow): LineRows | null =>
  lines === undefined
    ? null
    : Object.fromEntries([...lines].map(([items, some]) => [items, some.map(({ row }) => row)]))

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
  const placeOf = ({ row, field }: RowProblem) => `${row} ${field}`
  const reported = new Set(problems.map(placeOf))
  const at = cellAt(columns, read)
  const issues = prepared.kind === 'invalid' ? prepared.errors : []
  const found = issueProblems(issues, at).filter(
    (problem) => problem.field === null || !reported.has(placeOf(problem)),
  )
  const outside: RowProblem[] = prepared.kind === 'outside' ? [{ ...at(null), code: 'not-allowed' }] : []
  const doubled = takenProblems(taken, at, locale)
  return [...problems, ...found, ...outside, ...doubled]
}

/** What is to be minded of a record that comes in: what of its rows is not taken over, and what rules say. */
export function warningsOf(
  { minded = [] }: ReadRow,
  found: readonly Issue[],
  at: ReturnType<typeof cellAt>,
): readonly RowProblem[] | null {
  const warnings = [...minded, ...issueProblems(found, at)]
  return warnings.length === 0 ? null : warnings
}

/** A row that changes the record that it probably is. */
export interface MeantRow extends Judged {
  readonly read: ReadRow
  readonly target: string
}

export interface CheckedNew {
  readonly checked: readonly CheckedRow[]
  readonly meant: readonly MeantRow[]
}

const isIn = ({ fate }: Judged): boolean => fate !== 'leave' && fate !== 'update'

const unlike: Judged = { alike: null, fate: null }

/** What rows look like, and what becomes of them; nothing where nobody looks for it. */
async function judgedRows(
  connection: Connection,
  find: AlikeFinder | undefined,
  rows: readonly ReadRow[],
  prepared: readonly Prepared[],
  choices: RowChoices,
): Promise<readonly Judged[]> {
  if (find === undefined) return rows.map(() => unlike)
  const compared = rows.map(({ row, values, problems }, position) => {
    const each = prepared[position]
    const record = each?.kind === 'ready' ? each.record : undefined
    return {
      row,
      values,
      kept: record?.sought._match,
      isGood: record !== undefined && problems.length === 0,
      choice: choices.get(row) ?? null,
    }
  })
  return find(connection, compared)
}

/** Checks rows of which records are made as if they were written, without writing: the same rights, types, rules and formulas. */
export function newRowChecker(
  scene: Scene,
  form: CompiledForm,
  columns: readonly MappedColumn[],
  said: SaidKeys,
  alikeOf: AlikeFinder | undefined,
) {
  const findTaken = takenFinder(scene, form, said)
  const predicate = predicateOf(scene, form.key)
  const full = fillLimitIssue(scene, form.key)
  let room: number | undefined
  return async (
    connection: Connection,
    found: readonly ReadRow[],
    choices: RowChoices,
  ): Promise<CheckedNew> => {
    if (found.length === 0) return { checked: [], meant: [] }
    const prepared = await prepareAll(
      connection,
      scene,
      writeSceneOf(scene, form, false),
      found.map((row) => requestOf(scene, predicate, row)),
    )
    const judged = await judgedRows(connection, alikeOf, found, prepared, choices)
    const judgedAt = (position: number): Judged => judged[position] ?? unlike
    const isGood = (position: number) => found[position]?.problems.length === 0 && isIn(judgedAt(position))
    const records = prepared.map((each, position) =>
      each.kind === 'ready' && isGood(position) ? each.record.values : undefined,
    )
    const lines = found.map(({ row }) => row)
    const taken = await findTaken(connection, records, lines)
    let left = room ?? (await roomToFill(connection, scene, form.key))
    const checked = found.flatMap((row, position): CheckedRow[] => {
      const each = prepared[position]
      const own = judgedAt(position)
      const none = { target: null, seen: null, was: null, lines: lineRowsOf(row), ...own }
      if (each === undefined || own.fate === 'update') return []
      if (own.fate === 'leave')
        return [{ row: row.row, values: row.values, problems: null, warnings: null, ...none }]
      const problems = problemsOf(columns, row, each, taken[position] ?? [], scene.actor.locale)
      if (problems.length === 0 && (left -= 1) < 0)
        problems.push(...issueProblems([full], cellAt(columns, row)))
      const isClean = problems.length === 0
      const minded = isClean && each.kind === 'ready' ? each.record.warnings : []
      const warnings = isClean ? warningsOf(row, minded, cellAt(columns, row)) : null
      return [{ row: row.row, values: row.values, problems: isClean ? null : problems, warnings, ...none }]
    })
    // A transaction that is run again counts its rows once.
    room = left
    const meant = found.flatMap((read, position): MeantRow[] => {
      const own = judgedAt(position)
      const target = own.fate === 'update' ? own.alike?.record : undefined
      return typeof target === 'string' ? [{ read, target, ...own }] : []
    })
    return { checked, meant }
  }
}
