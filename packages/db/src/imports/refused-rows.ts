import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { FileRow, RowProblem } from './import-job.ts'
import { rowTable } from './import-store.ts'

/** A row of a record that stays out, as it stands in the file, with what is wrong with this row. */
export interface RefusedRow extends Pick<FileRow, 'row' | 'cells'> {
  readonly problems: readonly RowProblem[]
}

/** All rows of records that stay out, also those with which nothing is wrong, after one and in their order. */
export async function readRefusedRows(
  connection: Connection,
  workspace: WorkspaceRef,
  id: string,
  after: number,
  most: number,
): Promise<RefusedRow[]> {
  const table = rowTable(workspace)
  const rows = await connection.query<{ row: number; head: number; cells: string[] }>(
    prepared({
      text: `select r.row, h.row as head, r.cells from ${table} as r
        join ${table} as h on h.import = r.import and h.row = coalesce(r.part_of, r.row)
        where r.import = $1 and r.row > $2 and h.problems is not null order by r.row limit $3`,
      values: [id, after, most],
    }),
  )
  const heads = [...new Set(rows.map(({ head }) => head))]
  const told = await connection.query<{ problems: readonly RowProblem[] }>(
    prepared({
      text: `select problems from ${table} where import = $1 and row = any($2::int[])`,
      values: [id, heads],
    }),
  )
  const byRow = Map.groupBy(
    told.flatMap(({ problems }) => problems),
    ({ row }) => row,
  )
  return rows.map(({ row, cells }) => ({ row, cells, problems: byRow.get(row) ?? [] }))
}
