import type { Connection } from '../connection/connection.ts'
import { savepoint } from '../connection/savepoint.ts'
import { changeRecord } from '../records/update-record.ts'
import type { RecordProblem } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import type { ImportJob, RowProblem } from './import-job.ts'
import type { CheckedRow } from './import-store.ts'
import type { MappedColumn, ReadRow } from './read-file-rows.ts'
import { issueProblems } from './row-problems.ts'

type At = (field: string | null) => Omit<RowProblem, 'code'>

export interface UpdateRow {
  readonly read: ReadRow
  readonly target: string
  readonly at: At
}

class Refused extends Error {
  readonly problem: RecordProblem
  constructor(problem: RecordProblem) {
    super('refused')
    this.problem = problem
  }
}

/** What a row changes of a record that is there: not the key it was found by, and empty cells as was chosen. */
export function changesOfRow(
  { cells, values }: ReadRow,
  columns: readonly MappedColumn[],
  { by, empty }: ImportJob['writes'],
): Record<string, unknown> {
  const entries = columns.flatMap(({ field, mapping }): [string, unknown][] => {
    if (by.includes(field.key)) return []
    if ((cells[mapping.column] ?? '').trim() === '') return empty === 'clear' ? [[field.key, null]] : []
    return Object.hasOwn(values, field.key) ? [[field.key, values[field.key]]] : []
  })
  return Object.fromEntries(entries)
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
 * of a change says to it is known, uniqueness and dependent values too. A row that reads wrong is not tried.
 */
export function updateChecker(scene: Scene, job: ImportJob, columns: readonly MappedColumn[]) {
  const change = (tx: Connection, target: string, values: Readonly<Record<string, unknown>>) =>
    savepoint(tx, async () => {
      const cause = { type: 'import', id: job.id } as const
      const changed = await changeRecord(tx, scene, job.form, target, { values }, cause, { anyVersion: true })
      if (!changed.ok) throw new Refused(changed.problem)
      return changed
    })

  return async (tx: Connection, { read, target, at }: UpdateRow): Promise<CheckedRow> => {
    const { row, problems } = read
    const values = changesOfRow(read, columns, job.writes)
    const none = { row, values, warnings: null, target, seen: null, was: null }
    if (problems.length > 0) return { ...none, problems }
    try {
      const { before, record } = await change(tx, target, values)
      const was = Object.fromEntries(
        record.changed.filter((key) => Object.hasOwn(values, key)).map((key) => [key, before.values[key]]),
      )
      const warnings = record.warnings.length === 0 ? null : issueProblems(record.warnings, at)
      return { ...none, problems: null, warnings, seen: before.system.version, was }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { ...none, problems: problemsOf(error.problem, at) }
    }
  }
}
