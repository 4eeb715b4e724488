import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ImportJob, RowProblem } from './import-job.ts'
import { readCells } from './import-store.ts'

type Place = Omit<RowProblem, 'code'>

/** Where the value of a field stands in a row of the file, and what is written there. */
export type RowPlaces = (row: number) => (field: string | null) => Place

/** Finds what was written in some rows of the file of a job, for what is told of them. */
export async function rowPlaces(
  tx: Connection,
  workspace: WorkspaceRef,
  { id, columns, mapping }: ImportJob,
  rows: readonly number[],
): Promise<RowPlaces> {
  const names = new Map(columns.map(({ column, name }) => [column, name]))
  const byField = new Map(mapping.map(({ field, column }) => [field, column]))
  const found = rows.length === 0 ? [] : await readCells(tx, workspace, id, rows)
  const cells = new Map(found.map((one) => [one.row, one.cells]))
  return (row) => (field) => {
    const column = field === null ? undefined : byField.get(field)
    if (column === undefined) return { row, column: null, field, value: null }
    return { row, column: names.get(column) ?? null, field, value: cells.get(row)?.[column] ?? '' }
  }
}
