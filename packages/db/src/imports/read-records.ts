import { isLinePosition, lineOf, mostRows, type CellReading, type RowGroup } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import { differingFinder, type DifferingRows, type RecordsOfRows } from './differing-cells.ts'
import type { KnownNames } from './finders.ts'
import type { FileRow } from './import-job.ts'
import { rowReader, type MappedColumn, type ReadLine, type ReadRow } from './read-file-rows.ts'
import type { StoredValues } from './stored-values.ts'

type Values = Readonly<Record<string, unknown>>

const textAt = (cells: readonly string[], { mapping }: MappedColumn): string =>
  (cells[mapping.column] ?? '').trim()

/** The line of one table of line items that a row holds; undefined where all its cells are empty. */
function lineIn(columns: readonly MappedColumn[], { row, cells, values }: ReadRow): ReadLine | undefined {
  if (columns.every((column) => textAt(cells, column) === '')) return undefined
  const own = columns.filter(({ field }) => !isLinePosition(field.key))
  const entries = own.flatMap(({ field }): [string, unknown][] =>
    Object.hasOwn(values, field.key) ? [[lineOf(field.key)?.key ?? '', values[field.key]]] : [],
  )
  const empty = own.flatMap((column) =>
    textAt(cells, column) === '' ? [lineOf(column.field.key)?.key ?? ''] : [],
  )
  const numbered = columns.find(({ field }) => isLinePosition(field.key))
  const position = numbered === undefined ? undefined : Number(values[numbered.field.key] ?? 0)
  return { row, cells, values: Object.fromEntries(entries), empty, position }
}

export interface RecordFinders {
  readonly fileOf?: CellReading['fileOf']
  readonly storedOf?: StoredValues
  readonly names?: KnownNames
}

/** Reads records: what their first rows say of them, and the lines that stand in all their rows. */
export function recordReader(
  scene: Scene,
  columns: readonly MappedColumn[],
  how: RecordsOfRows,
  { fileOf, storedOf, names }: RecordFinders = {},
) {
  const { width, grouping, firstCounts } = how
  const isLine = ({ field }: MappedColumn) => lineOf(field.key) !== undefined
  const own = columns.filter((column) => !isLine(column))
  const inLines = columns.filter(isLine)
  const readOwn = rowReader(scene, own, width, fileOf, names)
  if (grouping === undefined)
    return (connection: Connection, groups: readonly RowGroup<FileRow>[]) =>
      readOwn(
        connection,
        groups.map(({ head }) => head),
      )
  const readLines = rowReader(scene, inLines, width, fileOf, names)
  const findDiffering = differingFinder(readOwn, own, how, storedOf)
  const tables = Map.groupBy(inLines, ({ field }) => lineOf(field.key)?.items ?? '')

  function recordOf(
    { head, problems: differing }: DifferingRows,
    { rows }: RowGroup<FileRow>,
    lines: ReadonlyMap<number, ReadRow>,
  ): ReadRow {
    const all = rows.slice(0, mostRows + 1).flatMap(({ row }) => lines.get(row) ?? [])
    const found = [...tables].map(
      ([items, some]) => [items, all.flatMap((row) => lineIn(some, row) ?? [])] as const,
    )
    const ofLines = all.flatMap((row) =>
      row.problems.filter(({ code }) => row.row !== head.row || code !== 'ragged'),
    )
    const filled: Values = Object.fromEntries(
      found.flatMap(([items, some]) =>
        some.length === 0 ? [] : [[items, some.map(({ values }) => values)]],
      ),
    )
    return {
      ...head,
      values: { ...head.values, ...filled },
      problems: [...head.problems, ...ofLines, ...(firstCounts ? [] : differing)],
      minded: firstCounts ? differing : [],
      lines: new Map(found),
    }
  }

  return async (connection: Connection, groups: readonly RowGroup<FileRow>[]): Promise<ReadRow[]> => {
    const heads = await readOwn(
      connection,
      groups.map(({ head }) => head),
    )
    const rows = groups.flatMap(({ rows: some }) => some.slice(0, mostRows + 1))
    const lines = new Map((await readLines(connection, rows)).map((row) => [row.row, row]))
    const differing = await findDiffering(connection, groups, heads)
    return groups.flatMap((group, position) => {
      const head = heads[position]
      if (head === undefined) return []
      return [recordOf(differing.get(head.row) ?? { head, problems: [] }, group, lines)]
    })
  }
}
