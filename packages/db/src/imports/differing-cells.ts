import { contradictions, mostRows, type Grouping, type RowGroup } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { differingCodes } from './differing-rows.ts'
import type { FileRow, ImportJob, RowProblem } from './import-job.ts'
import type { MappedColumn, ReadRow } from './read-file-rows.ts'
import type { IsStored, StoredValues } from './stored-values.ts'

/** How rows of the file are records. */
export interface RecordsOfRows {
  readonly width: number
  readonly grouping: Grouping | undefined
  /** What further rows say otherwise of a record than its first is not taken over, instead of refusing it. */
  readonly firstCounts: boolean
  /** An empty cell empties the field of a record that is there. */
  readonly emptyClears: boolean
}

export const recordsOfRows = (
  { columns, writes }: ImportJob,
  grouping: Grouping | undefined,
): RecordsOfRows => ({
  width: columns.length,
  grouping,
  firstCounts: writes.differing === 'first',
  emptyClears: writes.empty === 'clear',
})

/** So much of a cell is told of. */
const mostTold = 100

const isSame = (key: string, one: ReadRow, other: ReadRow): boolean =>
  Object.hasOwn(one.values, key) &&
  Object.hasOwn(other.values, key) &&
  JSON.stringify(one.values[key]) === JSON.stringify(other.values[key])

/** What the rows of a record say of it together, and what further ones say otherwise. */
export interface DifferingRows {
  readonly head: ReadRow
  readonly problems: readonly RowProblem[]
}

/**
 * The row whose cell counts, where all others hold what the record holds already: an exported file repeats what is of a
 * record, and whoever changes it does so in one of its rows, or in all. Nothing where rows change it to different things.
 */
function changedIn(field: string, rows: readonly ReadRow[], isStored: IsStored): ReadRow | undefined {
  const saying = rows.filter(({ values }) => Object.hasOwn(values, field))
  if (saying.length < rows.length) return undefined
  const known = saying.map((row) => ({ row, same: isStored(field, row.values[field]) }))
  if (known.some(({ same }) => same === undefined)) return undefined
  const changed = known.flatMap(({ row, same }) => (same === true ? [] : [row]))
  const [first] = changed
  return first !== undefined && changed.every((row) => isSame(field, first, row)) ? first : undefined
}

/** Takes the one change of each column over into the first row, and leaves the columns that say several things. */
function settle(
  columns: readonly MappedColumn[],
  { head, others }: { readonly head: ReadRow; readonly others: readonly ReadRow[] },
  problems: readonly RowProblem[],
  { isStored, emptyClears }: { readonly isStored: IsStored | undefined; readonly emptyClears: boolean },
): DifferingRows {
  if (isStored === undefined) return { head, problems }
  const values: Record<string, unknown> = { ...head.values }
  const cells = [...head.cells]
  const left = new Set(problems.flatMap(({ field }) => field ?? []))
  for (const { field, mapping } of columns.filter((column) => left.has(column.field.key))) {
    const isSaid = (row: ReadRow) =>
      (row === head && emptyClears) || (row.cells[mapping.column] ?? '').trim() !== ''
    const counts = changedIn(field.key, [head, ...others].filter(isSaid), isStored)
    if (counts === undefined) continue
    values[field.key] = counts.values[field.key]
    cells[mapping.column] = counts.cells[mapping.column] ?? ''
    left.delete(field.key)
  }
  return {
    head: { ...head, values, cells },
    problems: problems.filter(({ field }) => field !== null && left.has(field)),
  }
}

/**
 * Finds what further rows say else of their records than the first ones, by the rows of these; other words for the same
 * are none, and what a record holds already is not said against what one row changes.
 */
export function differingFinder(
  read: (connection: Connection, rows: readonly FileRow[]) => Promise<ReadRow[]>,
  columns: readonly MappedColumn[],
  { grouping, firstCounts, emptyClears }: RecordsOfRows,
  storedOf?: StoredValues,
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
  ): Promise<ReadonlyMap<number, DifferingRows>> => {
    if (grouping === undefined) return new Map()
    const textsDiffer = groups.flatMap(({ head, rows }) =>
      rows.slice(1, mostRows + 1).filter((row) => contradictions(grouping, head, row).length > 0),
    )
    if (textsDiffer.length === 0) return new Map()
    const furtherOf = new Map((await read(connection, textsDiffer)).map((row) => [row.row, row]))
    const differing = groups.flatMap(({ rows }, position) => {
      const head = heads[position]
      const others = rows.flatMap(({ row }) => furtherOf.get(row) ?? [])
      return head === undefined || others.length === 0 ? [] : [{ head, others }]
    })
    const stored = await storedOf?.(
      connection,
      differing.map(({ head }) => head),
      columns.map(({ field }) => field.key),
    )
    return new Map(
      differing.map(({ head, others }) => {
        const problems = others.flatMap((row) => problemsOf(grouping, head, row))
        const isStored = stored?.get(head.row)
        return [head.row, settle(columns, { head, others }, problems, { isStored, emptyClears })]
      }),
    )
  }
}
