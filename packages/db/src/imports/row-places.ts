import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ImportJob, RowProblem } from './import-job.ts'
import { readCells, type StagedRow } from './import-store.ts'
import type { InLine } from './row-problems.ts'

type Place = Omit<RowProblem, 'code'>

/** Where the value of a field stands in a row of the file, and what is written there. */
export type RowPlaces = (row: number) => (field: string | null, line?: InLine) => Place

/** Finds what was written in some rows of the file of a job, for what is told of them. */
export async function rowPlaces(
  tx: Connection,
  workspace: WorkspaceRef,
  { id, columns, mapping }: ImportJob,
  staged: readonly Pick<StagedRow, 'row' | 'lines'>[],
): Promise<RowPlaces> {
  const names = new Map(columns.map(({ column, name }) => [column, name]))
  const byField = new Map(mapping.map(({ field, column }) => [field, column]))
  const own = new Map(staged.map(({ row, lines }) => [row, lines]))
  const rows = staged.flatMap(({ row, lines }) => [row, ...Object.values(lines ?? {}).flat()])
  const found = rows.length === 0 ? [] : await readCells(tx, workspace, id, rows)
  const cells = new Map(found.map((one) => [one.row, one.cells]))
  return (head) => (field, line) => {
    const row = (line && own.get(head)?.[field ?? '']?.[line.item]) ?? head
    const path = line === undefined || line.key === null ? field : `${field}.${line.key}`
    const column = path === null ? undefined : byField.get(path)
    if (column === undefined) return { row, column: null, field: path, value: null }
    return { row, column: names.get(column) ?? null, field: path, value: cells.get(row)?.[column] ?? '' }
  }
}
