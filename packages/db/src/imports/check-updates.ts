import { lineOf, type CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { refused, type RecordProblem } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import type { Changed } from '../records/update-record.ts'
import { changeTogether } from './change-together.ts'
import { lineRowsOf, takenProblems, warningsOf } from './check-new-rows.ts'
import { fileCopier } from './file-copies.ts'
import { givenTwice, type SaidKeys } from './find-taken.ts'
import type { ImportJob, RowProblem } from './import-job.ts'
import type { CheckedRow } from './import-store.ts'
import type { MappedColumn, ReadRow } from './read-file-rows.ts'
import { changedLines, storedLines } from './stored-lines.ts'
import { issueProblems, type InLine } from './row-problems.ts'

type At = (field: string | null, line?: InLine) => Omit<RowProblem, 'code'>

export interface UpdateRow {
  readonly read: ReadRow
  readonly target: string
  readonly at: At
  /** Where it was found by what looks the same instead of by its key. */
  readonly alike?: CheckedRow['alike']
}

/** What a row changes of a record that is there: not the key it was found by, and empty cells as was chosen. */
export function changesOfRow(
  { cells, values }: ReadRow,
  columns: readonly MappedColumn[],
  { by, empty }: ImportJob['writes'],
): Record<string, unknown> {
  const entries = columns.flatMap(({ field, mapping }): [string, unknown][] => {
    if (lineOf(field.key) !== undefined || by.includes(field.key)) return []
    if ((cells[mapping.column] ?? '').trim() === '') return empty === 'clear' ? [[field.key, null]] : []
    return Object.hasOwn(values, field.key) ? [[field.key, values[field.key]]] : []
  })
  return Object.fromEntries(entries)
}

/** What rows change of the records they mean: their own fields and their lines. */
function changeReader(scene: Scene, form: CompiledForm, job: ImportJob, columns: readonly MappedColumn[]) {
  const tables = [...new Set(columns.flatMap(({ field }) => lineOf(field.key)?.items ?? []))]
  return async (tx: Connection, rows: readonly UpdateRow[]) => {
    const records = rows.map(({ target }) => target)
    const stored = await storedLines(tx, scene, form, tables, records)
    return ({ read, target }: UpdateRow): Record<string, unknown> => ({
      ...changesOfRow(read, columns, job.writes),
      ...changedLines(read, target, stored, job.writes),
    })
  }
}

const problemsOf = (problem: RecordProblem, at: At): readonly RowProblem[] =>
  problem.errors === undefined
    ? [
        {
          ...at(null),
          code: problem.code,
          ...(problem.params === undefined ? {} : { params: problem.params }),
        },
      ]
    : issueProblems(problem.errors, at)

/**
 * Changes the records that rows name as the import would, in a transaction that is undone afterwards: what the whole way
 * of a change says to them is known, uniqueness and dependent values too. A row that reads wrong is not tried.
 */
export function updateChecker(
  scene: Scene,
  form: CompiledForm,
  job: ImportJob,
  { columns, said }: { readonly columns: readonly MappedColumn[]; readonly said: SaidKeys },
) {
  function checkedRow(
    { read, target, at, alike = null }: UpdateRow,
    values: CheckedRow['values'],
    changed: Changed,
  ): CheckedRow {
    const none = {
      row: read.row,
      values,
      lines: lineRowsOf(read),
      warnings: null,
      target,
      seen: null,
      was: null,
      alike,
      fate: alike && 'update',
    } as const
    if (!changed.ok) return { ...none, problems: problemsOf(changed.problem, at) }
    const { before, record } = changed
    const twice = givenTwice(said, read.row, before.values, record.values)
    if (twice.length > 0) return { ...none, problems: takenProblems(twice, at, scene.actor.locale) }
    const isNamed = (key: string) => Object.hasOwn(values, key)
    const was = Object.fromEntries(record.changed.filter(isNamed).map((key) => [key, before.values[key]]))
    const warnings = warningsOf(read, record.warnings, at)
    return { ...none, problems: null, warnings, seen: before.system.version, was }
  }

  const rehearsal = { ...scene, isRehearsal: true }
  const copy = fileCopier(scene, job)
  const changesOf = changeReader(scene, form, job, columns)

  return async (tx: Connection, rows: readonly UpdateRow[]): Promise<CheckedRow[]> => {
    const valuesOf = await changesOf(tx, rows)
    const wrong = rows.filter(({ read }) => read.problems.length > 0)
    const tried = rows
      .filter(({ read }) => read.problems.length === 0)
      .map((row) => ({ row, values: valuesOf(row) }))
    const own = await copy(
      tx,
      tried.map(({ values }) => values),
      { content: false },
    )
    const changes = tried.map(({ row }, position) => ({ id: row.target, values: own[position] ?? {} }))
    const outcomes = await changeTogether(tx, rehearsal, form, changes, { type: 'import', id: job.id })
    return [
      ...wrong.map((row): CheckedRow => ({
        ...checkedRow(row, valuesOf(row), refused('invalid')),
        problems: row.read.problems,
      })),
      ...tried.map(({ row, values }, position) =>
        checkedRow(row, values, outcomes[position] ?? refused('not-found')),
      ),
    ]
  }
}
