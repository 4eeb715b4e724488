import { contradictions, mostRows, type Grouping, type RowGroup } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { differingCodes } from './differing-rows.ts'
import type { FileRow, RowProblem } from './import-job.ts'
import type { MappedColumn, ReadRow } from './read-file-rows.ts'

/** How rows of the file are records. */
export interface RecordsOfRows {
  readonly width: number
  readonly grouping: Grouping | undefined
  /** What further rows say otherwise of a record than its first is not taken over, instead of refusing it. */
  readonly firstCounts: boolean
}

/** So much of a cell is told of. */
const mostTold = 100

const isSame = (key: string, one: ReadRow, other: ReadRow): boolean =>
  Object.hasOwn(one.values, key) &&
  Object.hasOwn(other.values, key) &&
  JSON.stringify(one.values[key]) === JSON.stringify(other.values[key])

/** Finds what further rows say else of their records than the first ones, by the rows of these; other words for the same are none. */
export function differingFinder(
  read: (connection: Connection, rows: readonly FileRow[]) => Promise<ReadRow[]>,
  columns: readonly MappedColumn[],
  { grouping, firstCounts }: RecordsOfRows,
) {
  const codes = differingCodes[firstCounts ? 'minded' : 'refused']
  const byColumn = new Map(columns.map((column) => [column.mapping.column, column]))

  const problemsOf = (own: Grouping, head: ReadRow, row: ReadRow): RowProblem[] =>
    contradictions(own, head, row).flatMap((at): RowProblem[] => {
      const column = byColumn.get(at)
      if (column === undefined || isSame(column.field.key, head, row)) return []
      const said = (head.cells[at] ?? '').trim().slice(0, mostTold)
      const place = { row: row.row, column: column.name, field: column.field.key, value: row.cells[at] ?? '' }
      return [{ ...place, code: codes[said === '' ? 'empty' : 'other'], params: { first: head.row, said } }]
    })

  return async (
    connection: Connection,
    groups: readonly RowGroup<FileRow>[],
    heads: readonly ReadRow[],
  ): Promise<ReadonlyMap<number, readonly RowProblem[]>> => {
    if (grouping === undefined) return new Map()
    const textsDiffer = groups.flatMap(({ head, rows }) =>
      rows.slice(1, mostRows + 1).filter((row) => contradictions(grouping, head, row).length > 0),
    )
    if (textsDiffer.length === 0) return new Map()
    const others = new Map((await read(connection, textsDiffer)).map((row) => [row.row, row]))
    return new Map(
      groups.flatMap(({ rows }, position) => {
        const head = heads[position]
        const some = rows.flatMap(({ row }) => others.get(row) ?? [])
        return head === undefined || some.length === 0
          ? []
          : [[head.row, some.flatMap((row) => problemsOf(grouping, head, row))] as const]
      }),
    )
  }
}
